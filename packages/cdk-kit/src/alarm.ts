import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { readParameter } from './parameters.ts';
import type { StageProfile } from './stage.ts';

export interface ImpactAlarmProps {
  readonly stage: StageProfile;
  readonly metric: IMetric;
  /** Lowest value that alarms. Default: 1. */
  readonly threshold?: number;
  /** Consecutive minutes before it alarms. Default: 1. */
  readonly evaluationPeriods?: number;
  /** Effect on shoppers or operators, as a clause: `new orders wait`. */
  readonly impact: string;
  /** The first thing that the engineer on call does, as an imperative clause: `read the logs of place-order`. */
  readonly firstAction: string;
}

/** An alarm that states its impact and the first action. It notifies the platform's alarm topic. */
export function impactAlarm(scope: Construct, id: string, props: ImpactAlarmProps): Alarm {
  const { stage, metric, threshold = 1, evaluationPeriods = 1, impact, firstAction } = props;
  const alarm = new Alarm(scope, id, {
    metric,
    threshold,
    evaluationPeriods,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `Impact: ${impact}. First action: ${firstAction}.`,
  });
  alarm.addAlarmAction(new SnsAction(alarmTopic(Stack.of(scope), stage)));
  return alarm;
}

const topics = new WeakMap<Stack, ITopic>();

/** Sets the alarm topic of a stack that can't look it up: the platform's own stack, which creates it. */
export function useAlarmTopic(stack: Stack, topic: ITopic): void {
  topics.set(stack, topic);
}

/** The platform's alarm topic, looked up once per stack. */
function alarmTopic(stack: Stack, stage: StageProfile): ITopic {
  const known = topics.get(stack);
  if (known) return known;
  const topic = Topic.fromTopicArn(stack, 'AlarmTopic', readParameter(stack, stage, 'platform', 'alarm-topic-arn'));
  topics.set(stack, topic);
  return topic;
}
