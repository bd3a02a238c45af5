import type { Finding } from '../finding.ts';
import { resourcesOf, stringsIn, type SynthesizedStack } from '../template.ts';
import type { SystemRule } from './rule.ts';

const RESOLVED_AT_DEPLOYMENT = /^AWS::SSM::Parameter::Value</;
const DYNAMIC_REFERENCE = /\{\{resolve:ssm(?:-secure)?:([^:}]+)/g;
/** CDK's own parameter, which marks a bootstrapped account. */
const BOOTSTRAP = '/cdk-bootstrap/';

/** Names of the parameters that a stack publishes. */
function producedBy(stack: SynthesizedStack): readonly string[] {
  return resourcesOf(stack, 'AWS::SSM::Parameter').map(({ properties }) => String(properties['Name']));
}

/** Names of the parameters that a stack needs when it is deployed. */
function consumedBy({ template }: SynthesizedStack): readonly string[] {
  const asked = Object.values(template.Parameters)
    .filter(({ Type }) => RESOLVED_AT_DEPLOYMENT.test(Type))
    .map(({ Default }) => String(Default));
  const written = stringsIn(template.Resources).flatMap((text) =>
    [...text.matchAll(DYNAMIC_REFERENCE)].map(([, name]) => String(name)),
  );
  return [...new Set([...asked, ...written])].filter((name) => !name.startsWith(BOOTSTRAP));
}

function producers(stacks: readonly SynthesizedStack[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const stack of stacks) {
    for (const name of producedBy(stack)) byName.set(name, [...(byName.get(name) ?? []), stack.name]);
  }
  return byName;
}

/** Two stacks with the same parameter overwrite each other. */
export const parameterProducedTwice: SystemRule = (stacks) =>
  [...producers(stacks)]
    .filter(([, by]) => by.length > 1)
    .map(([name, by]) => ({
      rule: 'parameter-produced-twice',
      stack: by.join(' and '),
      resource: name,
      message: 'is left by more than one resource',
    }));

/** A stack that is declared as a dependency publishes every parameter that a deployment needs. */
export const parameterFromAbove: SystemRule = (stacks) => {
  const byName = producers(stacks);
  return stacks.flatMap((stack) =>
    consumedBy(stack).flatMap((name): readonly Finding[] => {
      const by = byName.get(name) ?? [];
      if (by.some((producer) => stack.below.has(producer))) return [];
      const message =
        by.length === 0 ? 'no stack leaves it' : `${by.join(', ')} leaves it, and isn't below: addStackDependency`;
      return [{ rule: 'parameter-from-above', stack: stack.name, resource: name, message }];
    }),
  );
};

/** Stacks that need each other's parameters can't be deployed to an empty account. */
export const parameterCycle: SystemRule = (stacks) => {
  const byName = producers(stacks);
  const needs = new Map(
    stacks.map((stack) => [stack.name, new Set(consumedBy(stack).flatMap((name) => byName.get(name) ?? []))]),
  );
  return stacks.flatMap(({ name }): readonly Finding[] => {
    const way = wayBack(name, needs);
    // Each cycle is reported once, by the first of its stacks.
    if (!way || way.toSorted()[0] !== name) return [];
    const message = `wait for each other's parameters: ${[...way, name].join(' → ')}`;
    return [{ rule: 'parameter-cycle', stack: name, resource: 'parameters', message }];
  });
};

/** The shortest cycle of dependencies from a stack back to itself. */
function wayBack(start: string, needs: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const next of needs.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return way;
      if (!seen.has(next)) {
        seen.add(next);
        ways.push([...way, next]);
      }
    }
  }
  return undefined;
}
