import { describe, expect, it } from 'vitest';
import { parameterCycle, parameterFromAbove, parameterProducedTwice } from './parameters.ts';
import { stackOf } from './sound-stack.ts';

interface Shape {
  readonly leaves?: readonly string[];
  readonly needs?: readonly string[];
  readonly below?: readonly string[];
}

function stack(name: string, { leaves = [], needs = [], below = [] }: Shape) {
  const Resources = leaves.map((Name, index) => [`P${index}`, { Type: 'AWS::SSM::Parameter', Properties: { Name } }]);
  const Parameters = needs.map((Default, index) => [
    `N${index}`,
    { Type: 'AWS::SSM::Parameter::Value<String>', Default },
  ]);
  const template = { Resources: Object.fromEntries(Resources), Parameters: Object.fromEntries(Parameters) };
  return stackOf(name, template, below);
}

const messages = (findings: readonly { readonly message: string }[]) => findings.map(({ message }) => message);

describe('layered stacks', () => {
  const layers = [
    stack('platform', { leaves: ['/bus'] }),
    stack('inventory', { leaves: ['/reserve'], needs: ['/bus', '/cdk-bootstrap/x/version'], below: ['platform'] }),
    stack('order', { needs: ['/bus', '/reserve'], below: ['platform', 'inventory'] }),
  ];

  it('find every parameter in a lower layer', () => {
    expect([parameterProducedTwice, parameterFromAbove, parameterCycle].flatMap((rule) => rule(layers))).toEqual([]);
  });
});

describe('a required parameter', () => {
  it('is reported when no stack publishes it', () => {
    const findings = parameterFromAbove([stack('order', { needs: ['/bus'] })]);
    expect(messages(findings)).toEqual(['no stack leaves it']);
  });

  it('is reported when its stack is not declared as a dependency', () => {
    const findings = parameterFromAbove([stack('platform', { leaves: ['/bus'] }), stack('order', { needs: ['/bus'] })]);
    expect(messages(findings)).toEqual(["platform leaves it, and isn't below: addStackDependency"]);
  });

  it('is found in a dynamic reference too', () => {
    const handler = { Type: 'AWS::Lambda::Function', Properties: { Role: '{{resolve:ssm:/role:1}}' } };
    const findings = parameterFromAbove([stackOf('order', { Resources: { handler } })]);
    expect(findings.map(({ resource }) => resource)).toEqual(['/role']);
  });

  it('is reported when two stacks publish it', () => {
    const findings = parameterProducedTwice([stack('a', { leaves: ['/bus'] }), stack('b', { leaves: ['/bus'] })]);
    expect(findings.map(({ stack: by }) => by)).toEqual(['a and b']);
  });
});

describe('stacks that depend on each other', () => {
  it('are reported once, with the cycle', () => {
    const findings = parameterCycle([
      stack('payment', { leaves: ['/payment'], needs: ['/webhook'] }),
      stack('sandbox', { leaves: ['/sandbox'], needs: ['/payment'] }),
      stack('webhook', { leaves: ['/webhook'], needs: ['/sandbox'] }),
      stack('order', { needs: ['/payment'] }),
    ]);
    expect(messages(findings)).toEqual(["wait for each other's parameters: payment → webhook → sandbox → payment"]);
  });

  it('are reported when a stack depends on itself', () => {
    expect(parameterCycle([stack('order', { leaves: ['/order'], needs: ['/order'] })])).toHaveLength(1);
  });
});
