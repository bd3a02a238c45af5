import {
  at,
  listOf,
  type NamedResource,
  referenceOf,
  resourcesOf,
  type SynthesizedStack,
  textsOf,
} from './template.ts';

/** An action on a resource that a role is granted. */
export interface Grant {
  readonly action: string;
  /** The resource as in the template: text or references. */
  readonly resource: unknown;
}

const documentsOf = ({ properties }: NamedResource): readonly unknown[] => [
  properties['PolicyDocument'],
  ...listOf(properties['Policies']).map((policy) => at(policy, 'PolicyDocument')),
];

/** Grants of a role, policy, managed policy, user or group. `NotAction` is written as `* but <action>`. */
export function grantsOf(granting: NamedResource): readonly Grant[] {
  return documentsOf(granting)
    .flatMap((document) => listOf(at(document, 'Statement')))
    .filter((statement) => at(statement, 'Effect') === 'Allow')
    .flatMap((statement) => {
      const exceptions = textsOf(at(statement, 'NotAction')).map((action) => `* but ${action}`);
      const actions = [...textsOf(at(statement, 'Action')), ...exceptions];
      return actions.flatMap((action) =>
        listOf(at(statement, 'Resource') ?? '*').map((resource) => ({ action, resource })),
      );
    });
}

/** Services that may assume a role, e.g. `lambda.amazonaws.com`. */
export function assumersOf({ properties }: NamedResource): readonly string[] {
  return listOf(at(properties, 'AssumeRolePolicyDocument', 'Statement')).flatMap((statement) =>
    textsOf(at(statement, 'Principal', 'Service')),
  );
}

/** The policies of a role, inline and attached. */
export function grantingTo(role: NamedResource, stack: SynthesizedStack): readonly NamedResource[] {
  const attached = resourcesOf(stack, 'AWS::IAM::Policy').filter(({ properties }) =>
    listOf(properties['Roles']).some((named) => referenceOf(named) === role.id),
  );
  return [role, ...attached];
}

/** Roles of a stack that a service may assume. */
export function rolesOf(stack: SynthesizedStack, ...services: readonly string[]): readonly NamedResource[] {
  return resourcesOf(stack, 'AWS::IAM::Role').filter((role) =>
    assumersOf(role).some((service) => services.includes(service)),
  );
}
