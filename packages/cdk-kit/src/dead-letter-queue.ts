import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { impactAlarm } from './alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageProfile } from './stage.ts';

/** Where messages end that nobody will try again by itself: kept for 14 days, with an alarm at the first. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(
    scope: Construct,
    id: string,
    {
      stage,
      impact,
      fifo = false,
    }: {
      readonly stage: StageProfile;
      readonly impact: string;
      /** Whether it is that of a FIFO queue. Default: it isn't. */
      readonly fifo?: boolean;
    },
  ) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      retentionPeriod: Duration.days(14),
      ...(fifo && { fifo }),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    impactAlarm(this, 'Depth', {
      stage,
      impact,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
    });
  }

  /** Lets the function park messages here itself, with the reason. */
  acceptMessagesFrom(handler: ServiceFunction): void {
    handler.addEnvironment('DEAD_LETTER_QUEUE_URL', this.queue.queueUrl);
    handler.allow(['sqs:SendMessage'], this.queue.queueArn);
  }
}
