import { at, referenceOf, referencesIn, resourcesOf, type SynthesizedStack } from '../template.ts';
import { eachOf, type StackRule } from './rule.ts';

const functionsOf = (stack: SynthesizedStack) => resourcesOf(stack, 'AWS::Lambda::Function');
const ALIAS = 'live';

export const functionWithoutLogGroup: StackRule = eachOf(
  'function-without-log-group',
  functionsOf,
  (handler, stack) => {
    const logGroup = referenceOf(at(handler.properties, 'LoggingConfig', 'LogGroup'));
    return resourcesOf(stack, 'AWS::Logs::LogGroup').some(({ id }) => id === logGroup)
      ? undefined
      : 'logs to a group that Lambda creates, which retains everything';
  },
);

export const logsWithoutRetention: StackRule = eachOf(
  'logs-without-retention',
  (stack) => resourcesOf(stack, 'AWS::Logs::LogGroup'),
  ({ properties }) => (properties['RetentionInDays'] === undefined ? 'has no log retention' : undefined),
);

/** Resource types that may refer to a function itself: those of its alias, and alarms, which name both. */
const NAMES_THE_FUNCTION: ReadonlySet<string> = new Set([
  'AWS::Lambda::Version',
  'AWS::Lambda::Alias',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
]);

export const invokedPastTheAlias: StackRule = eachOf(
  'invoked-past-the-alias',
  (stack) => resourcesOf(stack).filter(({ type }) => !NAMES_THE_FUNCTION.has(type)),
  ({ properties }, stack) => {
    const named = referencesIn(properties);
    return functionsOf(stack)
      .filter(({ id }) => named.has(id))
      .map(
        ({ id }) =>
          `refers to ${id} itself; what invokes a function takes its alias \`${ALIAS}\`, so that releases shift`,
      );
  },
);

export const functionWithoutAlias: StackRule = eachOf('function-without-alias', functionsOf, ({ id }, stack) =>
  resourcesOf(stack, 'AWS::Lambda::Alias').some(
    ({ properties }) => properties['Name'] === ALIAS && referenceOf(properties['FunctionName']) === id,
  )
    ? undefined
    : `has no alias \`${ALIAS}\``,
);

const SOUNDS_SECRET = /secret|passw|token|credential|private|api_?key/i;
/** The address of a secret is not a secret. */
const SAYS_WHERE = /_(ARN|NAME|ID|URL|PARAMETER|PATH)$/;
const LOOKS_SECRET = /\b(sk|rk|whsec)_\w{8,}|\bAKIA[A-Z0-9]{12,}|-----BEGIN|\{\{resolve:(secretsmanager|ssm-secure)/;

export const secretInEnvironment: StackRule = eachOf('secret-in-environment', functionsOf, ({ properties }) => {
  const variables = at(properties, 'Environment', 'Variables') ?? {};
  return Object.entries(variables)
    .filter(([name, value]) => {
      // A reference is the ARN or the name of a secret; only literal text can be a secret.
      const soundsSecret = typeof value === 'string' && SOUNDS_SECRET.test(name) && !SAYS_WHERE.test(name);
      return soundsSecret || LOOKS_SECRET.test(JSON.stringify(value));
    })
    .map(([name]) => `${name} looks like a secret; read it from Secrets Manager or Parameter Store when it is needed`);
});
