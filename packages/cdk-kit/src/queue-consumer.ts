import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageProfile } from './stage.ts';

export interface QueueConsumerProps {
  readonly stage: StageProfile;
  readonly function: ServiceFunction;
  /** Impact of messages in its dead-letter queue. Default: the impact of the function. */
  readonly impact?: string;
  /** First action of the alarm of its dead-letter queue. Default: read the reason, fix it, redrive the queue. */
  readonly firstAction?: string;
  /** Default: 10. */
  readonly batchSize?: number;
  /** Maximum number of concurrent batches. Default: 10. */
  readonly maxConcurrency?: number;
  /** Must be 6 times the function's timeout or more. Default: 60 seconds. Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
  readonly visibilityTimeout?: Duration;
  /**
   * Number of receives before the redrive policy moves a message to the dead-letter queue. Default: 3. Use more only if
   * an external service may be unavailable for long.
   */
  readonly maxReceiveCount?: number;
  /**
   * Uses a FIFO queue, which handles the messages of a group in order. Its dead-letter queue is a FIFO queue too.
   * Default: false.
   * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues.html
   */
  readonly fifo?: boolean;
}

/**
 * A queue, its dead letter queue and the function that consumes it, in batches of which each message stands alone. What
 * is on it is the function's business: events by a topic's subscription, or what the service sends itself (`acceptMessagesFrom`).
 */
export class QueueConsumer extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: QueueConsumerProps) {
    super(scope, id);
    const {
      stage,
      impact = props.function.impact,
      firstAction,
      batchSize = 10,
      maxConcurrency = 10,
      maxReceiveCount = 3,
      fifo = false,
    } = props;
    const { visibilityTimeout = Duration.seconds(60) } = props;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', { stage, impact, firstAction, fifo });
    this.queue = new Queue(this, 'Queue', {
      visibilityTimeout,
      retentionPeriod: Duration.days(4),
      // As many messages as its groups allow, not 300 a second for all of them.
      ...(fifo && {
        fifo,
        deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
        fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
      }),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount },
    });
    this.deadLetters.acceptMessagesFrom(props.function);
    props.function.addEnvironment('MAX_RECEIVE_COUNT', String(maxReceiveCount));
    // Permissions of the poller, which uses the function's role. CDK's own grants are wider, and kept off the role.
    props.function.allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], this.queue.queueArn);
    props.function.live.addEventSource(
      new SqsEventSource(this.queue, { batchSize, maxConcurrency, reportBatchItemFailures: true }),
    );
  }

  /** Lets a function of the service send messages to the queue, whose URL it finds in `QUEUE_URL`. */
  acceptMessagesFrom(handler: ServiceFunction): void {
    handler.addEnvironment('QUEUE_URL', this.queue.queueUrl);
    handler.allow(['sqs:SendMessage'], this.queue.queueArn);
  }
}
