import type { Finding } from '../finding.ts';
import { resourcesOf, stringsIn, type SynthesizedStack } from '../template.ts';
import type { SystemRule } from './rule.ts';

const RESOLVED_AT_DEPLOYMENT = /^AWS::SSM::Parameter::Value</;
const DYNAMIC_REFERENCE = /\{\{resolve:ssm(?:-secure)?:([^:}]+)/g;
/** CDK's own parameter, which says whether the account is bootstrapped. */
const BOOTSTRAP = '/cdk-bootstrap/';

/** The names of the parameters that a stack leaves for others. */
function producedBy(stack: SynthesizedStack): readonly string[] {
  return resourcesOf(stack, 'AWS::SSM::Parameter').map(({ properties }) => String(properties['Name']));
}

/** The names of the parameters that must be there when a stack is deployed. */
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

/** Two stacks that leave the same parameter overwrite each other. */
export const parameterProducedTwice: SystemRule = (stacks) =>
  [...producers(stacks)]
    .filter(([, by]) => by.length > 1)
    .map(([name, by]) => ({
      rule: 'parameter-produced-twice',
      stack: by.join(' and '),
      resource: name,
      message: 'is left by more than one resource',
    }));

/** What a stack needs at its deployment is left by a stack that is declared to come before it. */
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

/** Stacks that wait for each other's parameters can't be deployed from nothing. */
export const parameterCycle: SystemRule = (stacks) => {
  const byName = producers(stacks);
  const needs = new Map(
    stacks.map((stack) => [stack.name, new Set(consumedBy(stack).flatMap((name) => byName.get(name) ?? []))]),
  );
  return stacks.flatMap(({ name }): readonly Finding[] => {
    const way = wayBack(name, needs);
    // Each cycle is told once, by the first of its stacks.
    if (!way || way.toSorted()[0] !== name) return [];
    const message = `wait for each other's parameters: ${[...way, name].join(' → ')}`;
    return [{ rule: 'parameter-cycle', stack: name, resource: 'parameters', message }];
  });
};

/** The shortest way from a stack through what it needs back to itself. */
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
