import { Duration, RemovalPolicy, type App } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { tableOf } from '../support/cdk-interfaces.ts';
import { ContractStack } from '../support/contract-stack.ts';

/** Throws until the time that the record, message or event itself names: what it is handed stays undone until then. */
const THROWS_UNTIL = `const wishOf = (record) => record.dynamodb
  ? { name: record.dynamodb.NewImage.pk.S, notBefore: Number(record.dynamodb.NewImage.notBefore.N) }
  : JSON.parse(record.body);
exports.handler = async (event) => {
  for (const { name, notBefore } of event.Records ? event.Records.map(wishOf) : [event]) {
    if (Date.now() < notBefore) throw new Error('not yet');
    seen(name);
  }
};`;

const TELLS_PROCESS = `exports.handler = async () => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return process.pid;
};`;

/** Stack for restart.contract.ts, which kills the engine. */
export function defineRestart(app: App): ContractStack {
  const stack = new ContractStack(app, 'restart');
  const keys = { partitionKey: { name: 'pk', type: AttributeType.STRING }, billingMode: BillingMode.PAY_PER_REQUEST };
  const options = { ...keys, removalPolicy: RemovalPolicy.DESTROY };
  const streamed = new Table(stack, 'Streamed', { ...options, stream: StreamViewType.NEW_IMAGE });
  const moved = new Table(stack, 'Moved', options);
  stack.tell('Streamed', streamed.tableName);
  stack.tell('Moved', moved.tableName);
  stack.queue('Waiting', { visibilityTimeout: Duration.seconds(1) });

  const startingPosition = StartingPosition.TRIM_HORIZON;
  const fromStream = new DynamoEventSource(tableOf(streamed), { startingPosition });
  stack.inlineFunction('StreamReader', THROWS_UNTIL).addEventSource(fromStream);
  const queue = stack.queue('Consumed', { visibilityTimeout: Duration.seconds(2) });
  stack
    .inlineFunction('QueueReader', THROWS_UNTIL, { timeout: Duration.seconds(2) })
    .addEventSource(new SqsEventSource(queue));
  stack.inlineFunction('Asynchronous', THROWS_UNTIL);
  stack.inlineFunction('Process', TELLS_PROCESS);
  return stack;
}
