import { UserPool, type IUserPool } from 'aws-cdk-lib/aws-cognito';
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { readParameter } from './parameters.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageProfile } from './stage.ts';

/** Shared resources of the platform stacks. Each is looked up by parameter when it is first used, not by import. */
export interface Platform {
  readonly bus: IEventBus;
  readonly orderTopic: ITopic;
  readonly userPool: IUserPool;
}

/** Lets functions of routes for guests verify ID tokens by themselves, by the service kit's `cognitoClaims`. */
export function addTokenVerification(
  scope: Construct,
  stage: StageProfile,
  ...handlers: readonly ServiceFunction[]
): void {
  for (const handler of handlers) {
    handler.addEnvironment('USER_POOL_ID', readParameter(scope, stage, 'identity', 'user-pool-id'));
    handler.addEnvironment('USER_POOL_CLIENT_ID', readParameter(scope, stage, 'identity', 'client-id'));
  }
}

/** The platform as a stack sees it; lazy, so that a stack depends on no more than it uses. */
export function platformOf(scope: Construct, stage: StageProfile): Platform {
  const lookup = (owner: string, name: string) => readParameter(scope, stage, owner, name);
  const found = new Map<string, unknown>();
  const once = <Value>(key: string, make: () => Value): Value => {
    if (!found.has(key)) found.set(key, make());
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each key is made by one place only
    return found.get(key) as Value;
  };
  return {
    get bus() {
      return once('bus', () => EventBus.fromEventBusArn(scope, 'Bus', lookup('platform', 'event-bus-arn')));
    },
    get orderTopic() {
      return once('topic', () => Topic.fromTopicArn(scope, 'OrderTopic', lookup('platform', 'order-topic-arn')));
    },
    get userPool() {
      return once('pool', () => UserPool.fromUserPoolArn(scope, 'UserPool', lookup('identity', 'user-pool-arn')));
    },
  };
}
