import * as z from 'zod';
import type { Finding } from './finding.ts';
import { grantingTo, grantsOf, rolesOf } from './permissions.ts';
import { at, type NamedResource, referenceOf, type SynthesizedStack } from './template.ts';

/** A recorded call of the local engine: caller, action, and the decision of IAM. */
export const RecordedCall = z.object({
  principal: z.string(),
  action: z.string(),
  resource: z.string(),
  decision: z.enum(['Allow', 'Deny']),
});
export type RecordedCall = z.infer<typeof RecordedCall>;

/**
 * Compares the grants of roles with their calls: reports a grant without a call, and a rejected call. Covers the roles
 * of functions and workflows, each grant by action and resource.
 */
export function iamUse(stacks: readonly SynthesizedStack[], calls: readonly RecordedCall[]): readonly Finding[] {
  return stacks.flatMap((stack) =>
    rolesOf(stack, 'lambda.amazonaws.com', 'states.amazonaws.com').flatMap((role) => {
      const name = new RegExp(`^${generatedName(stack, role.id)}`);
      const made = calls.filter(({ principal }) => name.test(principal));
      return [...unusedGrants(stack, role, made), ...rejections(stack, role, made)];
    }),
  );
}

function unusedGrants(stack: SynthesizedStack, role: NamedResource, made: readonly RecordedCall[]): Finding[] {
  const used = ({ action, pattern }: { readonly action: string; readonly pattern: RegExp }) =>
    made.some((call) => call.decision === 'Allow' && call.action === action && pattern.test(call.resource));
  return grantingTo(role, stack)
    .flatMap(grantsOf)
    .map(({ action, resource }) => ({ action, pattern: new RegExp(`^${patternOf(resource, stack)}$`), resource }))
    .filter((grant) => !used(grant))
    .map(({ action, resource }) => ({
      rule: 'unused-grant',
      stack: stack.name,
      resource: `${role.id}/${action}`,
      message: `no recorded call needed ${action} on ${described(resource)}`,
    }));
}

function rejections(stack: SynthesizedStack, role: NamedResource, made: readonly RecordedCall[]): Finding[] {
  const rejected = made.filter(({ decision }) => decision === 'Deny');
  const distinct = new Map(rejected.map((call) => [`${call.action} ${call.resource}`, call]));
  return [...distinct.values()].map(({ action, resource }) => ({
    rule: 'rejected-call',
    stack: stack.name,
    resource: `${role.id}/${action}`,
    message: `was rejected ${action} on ${resource}`,
  }));
}

/** Longer names are truncated before their random suffix. */
const KEPT_OF_NAME = 46;
const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const anything = '.*';

/** Prefix of the names that CloudFormation generates: `<stack>-<logical id>-<random>`. */
function generatedName(stack: SynthesizedStack, logicalId: string): string {
  return escape(`${stack.name}-${logicalId}`.slice(0, KEPT_OF_NAME));
}

/** Pattern for the ARN of a policy's resource: exact where the template is, open where it has references. */
function patternOf(resource: unknown, stack: SynthesizedStack): string {
  if (typeof resource === 'string') return escape(resource).replaceAll('\\*', anything).replaceAll('\\?', '.');
  const joined = at(resource, 'Fn::Join', 1);
  if (Array.isArray(joined)) return joined.map((part) => patternOf(part, stack)).join('');
  const id = referenceOf(resource);
  const referred = id === undefined ? undefined : stack.template.Resources[id];
  if (id === undefined || !referred) return anything;
  const given = ['FunctionName', 'StateMachineName', 'LogGroupName', 'Name']
    .map((name) => referred.Properties[name])
    .find((name) => typeof name === 'string');
  // A reference ends with the name: an index of a table is a different resource than the table.
  return `${anything}${given === undefined ? generatedName(stack, id) : escape(given)}[^/]*`;
}

function described(resource: unknown): string {
  return typeof resource === 'string' ? resource : JSON.stringify(resource);
}
