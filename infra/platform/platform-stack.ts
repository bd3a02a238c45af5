import {
  DeadLetterQueue,
  patternOf,
  publishParameter,
  stackId,
  type StackInput,
  stackProps,
  useAlarmTopic,
} from '@waypost/cdk-kit';
import {
  OrderCancelled,
  OrderCompleted,
  OrderConfirmed,
  OrderDelivered,
  OrderPlaced,
  OrderReturnClosed,
  OrderReturnReceived,
  OrderReturnRefunded,
  OrderReturnRefundRequested,
  OrderReturnRequested,
  OrderShipped,
} from '@waypost/contracts';
import { Duration, Stack } from 'aws-cdk-lib';
import { CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/**
 * Resources shared by all services: the bus, the topic of order events, the topic of alarms, and API Gateway's role for
 * logs.
 */
export class PlatformStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('platform', stage), stackProps('platform', stage));
    const publish = (name: string, value: string) => publishParameter(this, { stage, owner: 'platform', name, value });

    const alarmTopic = new Topic(this, 'Alarms', { displayName: 'Waypost alarms', enforceSSL: true });
    useAlarmTopic(this, alarmTopic);
    publish('alarm-topic-arn', alarmTopic.topicArn);

    const bus = new EventBus(this, 'Bus', { eventBusName: `waypost-${stage.name}` });
    publish('event-bus-arn', bus.eventBusArn);

    const orderTopic = new Topic(this, 'OrderEvents', { displayName: 'Waypost order events', enforceSSL: true });
    publish('order-topic-arn', orderTopic.topicArn);
    const deadLetters = new DeadLetterQueue(this, 'OrderEventsDeadLetters', {
      stage,
      impact: 'order events reach no consumer: stock is not committed, orders are not shipped, and mails are not sent',
    });
    new Rule(this, 'OrderEventsToTopic', {
      eventBus: bus,
      eventPattern: patternOf([
        OrderPlaced,
        OrderConfirmed,
        OrderShipped,
        OrderDelivered,
        OrderCompleted,
        OrderCancelled,
        OrderReturnRequested,
        OrderReturnReceived,
        OrderReturnRefundRequested,
        OrderReturnClosed,
        OrderReturnRefunded,
      ]),
      targets: [
        new SnsTopic(orderTopic, {
          deadLetterQueue: deadLetters.queue,
          retryAttempts: 8,
          maxEventAge: Duration.hours(6),
        }),
      ],
    });

    if (stage.accessLogs) this.#letApiGatewayWriteLogs();
  }

  /**
   * A setting of the whole account and region:
   * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
   */
  #letApiGatewayWriteLogs(): void {
    const role = new Role(this, 'ApiGatewayLogs', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs')],
    });
    new CfnAccount(this, 'ApiGatewayAccount', { cloudWatchRoleArn: role.roleArn });
  }
}
