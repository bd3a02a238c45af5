import { describe, expect, it } from 'vitest';
import { CloudWatchClient, DescribeAlarmsCommand, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { patience } from './support/account.ts';
import { outputsOf, sqs } from './support/deployed.ts';
import { eventually } from './support/eventually.ts';

const output = outputsOf('metrics');
const cloudWatch = new CloudWatchClient();

async function invocations(): Promise<number> {
  const request = {
    Namespace: 'AWS/Lambda',
    MetricName: 'Invocations',
    Dimensions: [{ Name: 'FunctionName', Value: output('Counting') }],
    StartTime: new Date(Date.now() - 600_000),
    EndTime: new Date(Date.now() + 60_000),
    Period: 3600,
    Statistics: ['Sum' as const],
  };
  const { Datapoints = [] } = await cloudWatch.send(new GetMetricStatisticsCommand(request));
  return Datapoints.reduce((sum, point) => sum + (point.Sum ?? 0), 0);
}

async function stateOf(alarm: string): Promise<string | undefined> {
  const { MetricAlarms } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: [output(alarm)] }));
  return MetricAlarms?.[0]?.StateValue;
}

describe('a function that a queue invokes and that logs an embedded metric', () => {
  it('is counted, and its metric sets off the alarm on it, and no other', async () => {
    await sqs.send(new SendMessageCommand({ QueueUrl: output('Queue'), MessageBody: '{}' }));

    await eventually(async () => ((await stateOf('Alarm')) === 'ALARM' ? true : undefined), patience(20));
    expect(await stateOf('AlarmOfAnother')).not.toBe('ALARM');
    expect(await eventually(async () => (await invocations()) || undefined, patience(10))).toBe(1);
  });
});
