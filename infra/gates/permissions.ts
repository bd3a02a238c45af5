import {
  at,
  listOf,
  type NamedResource,
  referenceOf,
  resourcesOf,
  type SynthesizedStack,
  textsOf,
} from './template.ts';

/** One action that a role is granted on one resource. */
export interface Grant {
  readonly action: string;
  /** The resource as the template has it: a text, or references in it. */
  readonly resource: unknown;
}

const documentsOf = ({ properties }: NamedResource): readonly unknown[] => [
  properties['PolicyDocument'],
  ...listOf(properties['Policies']).map((policy) => at(policy, 'PolicyDocument')),
];

/** What a role, policy, managed policy, user or group grants. All but an action reads as `* but <action>`. */
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

/** The services that may take on a role, e.g. `lambda.amazonaws.com`. */
export function assumersOf({ properties }: NamedResource): readonly string[] {
  return listOf(at(properties, 'AssumeRolePolicyDocument', 'Statement')).flatMap((statement) =>
    textsOf(at(statement, 'Principal', 'Service')),
  );
}

/** A role's own policies and those attached to it: the resources that grant it something. */
export function grantingTo(role: NamedResource, stack: SynthesizedStack): readonly NamedResource[] {
  const attached = resourcesOf(stack, 'AWS::IAM::Policy').filter(({ properties }) =>
    listOf(properties['Roles']).some((named) => referenceOf(named) === role.id),
  );
  return [role, ...attached];
}

/** The roles of a stack that a service may take on. */
export function rolesOf(stack: SynthesizedStack, ...services: readonly string[]): readonly NamedResource[] {
  return resourcesOf(stack, 'AWS::IAM::Role').filter((role) =>
    assumersOf(role).some((service) => services.includes(service)),
  );
}
