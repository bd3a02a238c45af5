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
  /** Alarms at this value and above. Default: 1. */
  readonly threshold?: number;
  /** Minutes in a row before it alarms. Default: 1. */
  readonly evaluationPeriods?: number;
  /** What people notice, in words for whoever is woken up. */
  readonly impact: string;
}

/** An alarm that says what it means for people, told to the platform's alarm topic. */
export function impactAlarm(scope: Construct, id: string, props: ImpactAlarmProps): Alarm {
  const { stage, metric, threshold = 1, evaluationPeriods = 1, impact } = props;
  const alarm = new Alarm(scope, id, {
    metric,
    threshold,
    evaluationPeriods,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `Impact: ${impact}`,
  });
  alarm.addAlarmAction(new SnsAction(alarmTopic(Stack.of(scope), stage)));
  return alarm;
}

const topics = new WeakMap<Stack, ITopic>();

/** Tells a stack which topic its alarms go to, where that is not the platform's: in the platform itself, which makes it. */
export function useAlarmTopic(stack: Stack, topic: ITopic): void {
  topics.set(stack, topic);
}

/** The platform's alarm topic, looked up once a stack. */
function alarmTopic(stack: Stack, stage: StageProfile): ITopic {
  const known = topics.get(stack);
  if (known) return known;
  const topic = Topic.fromTopicArn(stack, 'AlarmTopic', readParameter(stack, stage, 'platform', 'alarm-topic-arn'));
  topics.set(stack, topic);
  return topic;
}
