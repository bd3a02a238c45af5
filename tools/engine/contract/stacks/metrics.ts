import { Duration, type App } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { ContractStack } from '../support/contract-stack.ts';

const COUNTS = `exports.handler = async () => {
  const directive = { Namespace: 'WaypostContract', Dimensions: [['service']], Metrics: [{ Name: 'Orders', Unit: 'Count' }] };
  const _aws = { Timestamp: Date.now(), CloudWatchMetrics: [directive] };
  console.log(JSON.stringify({ _aws, service: process.env.AWS_LAMBDA_FUNCTION_NAME, Orders: 3 }));
};`;

export function defineMetrics(app: App): ContractStack {
  const stack = new ContractStack(app, 'metrics');
  const counting = stack.inlineFunction('Counting', COUNTS);
  const queue = stack.queue('Queue', { visibilityTimeout: Duration.seconds(10) });
  counting.addEventSource(new SqsEventSource(queue));
  const alarmOn = (id: string, service: string) =>
    new Metric({
      namespace: 'WaypostContract',
      metricName: 'Orders',
      dimensionsMap: { service },
      statistic: 'Sum',
      period: Duration.minutes(1),
    }).createAlarm(stack, id, { threshold: 3, evaluationPeriods: 1 }).alarmName;
  stack.tell('Alarm', alarmOn('Alarm', counting.functionName));
  stack.tell('AlarmOfAnother', alarmOn('AlarmOfAnother', 'another'));
  return stack;
}
