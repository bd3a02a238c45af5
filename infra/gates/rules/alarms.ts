import { listOf, resourcesOf, type SynthesizedStack } from '../template.ts';
import { eachOf, type StackRule } from './rule.ts';

const alarmsOf = (stack: SynthesizedStack) => resourcesOf(stack, 'AWS::CloudWatch::Alarm');

export const alarmWithoutImpact: StackRule = eachOf('alarm-without-impact', alarmsOf, ({ properties }) =>
  typeof properties['AlarmDescription'] === 'string' && /^Impact: \S.{9,}/.test(properties['AlarmDescription'])
    ? undefined
    : "doesn't say what people notice: a description that begins with `Impact: `",
);

export const alarmWithoutAction: StackRule = eachOf('alarm-without-action', alarmsOf, ({ properties }) =>
  listOf(properties['AlarmActions']).length > 0 ? undefined : 'has no alarm action',
);
