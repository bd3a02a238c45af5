import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { impactAlarm } from './alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageProfile } from './stage.ts';

/** A queue for messages that are not retried: retained for 14 days, with an alarm at the first message. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(
    scope: Construct,
    id: string,
    {
      stage,
      impact,
      firstAction = 'read the reason in the messages of its dead-letter queue, fix it, and redrive the queue',
      fifo = false,
    }: {
      readonly stage: StageProfile;
      readonly impact: string;
      /** Default: read the reason, fix it, redrive the queue. */
      readonly firstAction?: string | undefined;
      /** True for the dead-letter queue of a FIFO queue. Default: false. */
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
      firstAction,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
    });
  }

  /** Allows the function to send messages here itself, with the reason. */
  acceptMessagesFrom(handler: ServiceFunction): void {
    handler.addEnvironment('DEAD_LETTER_QUEUE_URL', this.queue.queueUrl);
    handler.allow(['sqs:SendMessage'], this.queue.queueArn);
  }
}
