import { grantingTo, grantsOf, rolesOf } from '../permissions.ts';
import { listOf, resourcesOf, type SynthesizedStack } from '../template.ts';
import { eachOf, type StackRule } from './rule.ts';

const GRANTING = new Set([
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::User',
  'AWS::IAM::Group',
]);
const grantingOf = (stack: SynthesizedStack) => resourcesOf(stack).filter(({ type }) => GRANTING.has(type));

export const wildcardAction: StackRule = eachOf('wildcard-action', grantingOf, (granting) =>
  grantsOf(granting)
    .filter(({ action }) => action.includes('*'))
    .map(({ action }) => `allows ${action}; name the actions that are called`),
);

export const managedPolicy: StackRule = eachOf('managed-policy', grantingOf, ({ type, properties }) =>
  type === 'AWS::IAM::ManagedPolicy' || listOf(properties['ManagedPolicyArns']).length > 0
    ? 'takes a managed policy, which grants more than is called and changes by itself'
    : undefined,
);

const INVOKES = /^(lambda:(Invoke.*|\*)|\*)$/;

/** A function that invokes a function pays for waiting and fails with it. Workflows and events replace such calls. */
export const functionInvokesFunction: StackRule = eachOf(
  'function-invokes-function',
  (stack) => rolesOf(stack, 'lambda.amazonaws.com'),
  (role, stack) =>
    grantingTo(role, stack)
      .flatMap(grantsOf)
      .some(({ action }) => INVOKES.test(action))
      ? 'lets a function invoke another; ask in a workflow, or tell by an event'
      : undefined,
);
