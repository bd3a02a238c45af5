import type { Finding } from '../finding.ts';
import type { SynthesizedStack } from '../template.ts';
import { alarmWithoutAction, alarmWithoutImpact } from './alarms.ts';
import {
  deadLettersKept,
  deadLettersWithoutAlarm,
  queueKeepsTooLong,
  queueReceives,
  queueWithoutDeadLetters,
} from './dead-letters.ts';
import {
  asynchronousWithoutDestination,
  mappingWithoutPartialFailures,
  streamWithoutDestination,
  subscriptionWithoutDeadLetters,
  targetWithoutDeadLetters,
} from './deliveries.ts';
import {
  functionWithoutAlias,
  functionWithoutLogGroup,
  invokedPastTheAlias,
  logsWithoutRetention,
  secretInEnvironment,
} from './functions.ts';
import { parameterCycle, parameterFromAbove, parameterProducedTwice } from './parameters.ts';
import { functionInvokesFunction, managedPolicy, wildcardAction } from './permissions.ts';
import type { StackRule, SystemRule } from './rule.ts';
import { subscriptionToSilence } from './topics.ts';

const stackRules: readonly StackRule[] = [
  queueWithoutDeadLetters,
  queueReceives,
  queueKeepsTooLong,
  deadLettersWithoutAlarm,
  deadLettersKept,
  targetWithoutDeadLetters,
  subscriptionWithoutDeadLetters,
  asynchronousWithoutDestination,
  streamWithoutDestination,
  mappingWithoutPartialFailures,
  functionWithoutLogGroup,
  logsWithoutRetention,
  functionWithoutAlias,
  invokedPastTheAlias,
  secretInEnvironment,
  alarmWithoutImpact,
  alarmWithoutAction,
  wildcardAction,
  managedPolicy,
  functionInvokesFunction,
];

const systemRules: readonly SystemRule[] = [
  parameterProducedTwice,
  parameterFromAbove,
  parameterCycle,
  subscriptionToSilence,
];

/** Findings of the shop's own rules in stacks that are deployed together. */
export function breachesOf(stacks: readonly SynthesizedStack[]): readonly Finding[] {
  return [
    ...stackRules.flatMap((rule) => stacks.flatMap((stack) => rule(stack))),
    ...systemRules.flatMap((rule) => rule(stacks)),
  ];
}
