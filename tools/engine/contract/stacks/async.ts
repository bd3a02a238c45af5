import { Duration, RemovalPolicy, type App } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { functionOf } from '../support/cdk-interfaces.ts';
import { ContractStack } from '../support/contract-stack.ts';

const THROWS = `exports.handler = async (event) => { seen(1); throw Object.assign(new Error('never'), { name: 'Never' }); };`;
const THROWS_ONCE = `let calls = 0;
exports.handler = async ({ Records }) => { calls += 1; seen(calls); if (calls === 1) throw new Error('once'); };`;

export function defineAsync(app: App): ContractStack {
  const stack = new ContractStack(app, 'async');
  const bus = new EventBus(stack, 'Bus');
  bus.applyRemovalPolicy(RemovalPolicy.DESTROY);
  stack.tell('Bus', bus.eventBusName);

  const throwing = stack.inlineFunction('Throwing', THROWS);
  const alias = throwing.addAlias('live', { retryAttempts: 1, onFailure: new SqsDestination(stack.queue('Failed')) });
  const eventPattern = { source: ['waypost.contract'] };
  new Rule(stack, 'Rule', { eventBus: bus, eventPattern, targets: [new FunctionTarget(functionOf(alias))] });

  const gone = stack.inlineFunction('Gone', `exports.handler = async () => {};`);
  const undelivered = new FunctionTarget(gone, {
    deadLetterQueue: stack.queue('Undelivered'),
    maxEventAge: Duration.minutes(1),
    retryAttempts: 0,
  });
  new Rule(stack, 'GoneRule', {
    eventBus: bus,
    eventPattern: { source: ['waypost.contract.gone'] },
    targets: [undelivered],
  });

  const topic = new Topic(stack, 'Topic');
  stack.tell('Topic', topic.topicArn);
  topic.addSubscription(new LambdaSubscription(stack.inlineFunction('Notified', THROWS_ONCE)));
  return stack;
}
