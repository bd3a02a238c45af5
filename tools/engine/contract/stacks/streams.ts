import { Duration, RemovalPolicy, type App } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Stream } from 'aws-cdk-lib/aws-kinesis';
import { FilterCriteria, FilterRule, StartingPosition, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  DynamoEventSource,
  KinesisEventSource,
  SqsDlq,
  type StreamEventSourceProps,
} from 'aws-cdk-lib/aws-lambda-event-sources';
import { tableOf } from '../support/cdk-interfaces.ts';
import { ContractStack } from '../support/contract-stack.ts';

const PAYLOAD_OF = `const payloadOf = ({ kinesis, dynamodb }) => kinesis
  ? JSON.parse(Buffer.from(kinesis.data, 'base64').toString())
  : { name: dynamodb.Keys.pk.S, ...JSON.parse(dynamodb.NewImage?.behaviour?.S ?? '{}') };
const sequenceOf = ({ kinesis, dynamodb }) => kinesis?.sequenceNumber ?? dynamodb.SequenceNumber;
`;

/** Names the first failing record; what comes after it in the batch is not looked at. */
const REPORTS_FIRST_FAILURE = `${PAYLOAD_OF}
exports.handler = async ({ Records }) => {
  for (const record of Records) {
    const { name, fails } = payloadOf(record);
    seen(name);
    if (fails) return { batchItemFailures: [{ itemIdentifier: sequenceOf(record) }] };
  }
  return { batchItemFailures: [] };
};`;

const THROWS_ON_POISON = `${PAYLOAD_OF}
exports.handler = async ({ Records }) => {
  const names = Records.map((record) => payloadOf(record).name);
  if (Records.some((record) => payloadOf(record).fails)) throw new Error('poison');
  names.forEach(seen);
};`;

const TELLS_RECORDS = `exports.handler = async ({ Records }) => Records.forEach(({ eventName, dynamodb }) =>
  seen({ eventName, keys: dynamodb.Keys, oldImage: dynamodb.OldImage, newImage: dynamodb.NewImage }));`;

const ALWAYS_THROWS = `exports.handler = async () => { throw new Error('never'); };`;

function streamedTable(stack: ContractStack, id: string): Table {
  const table = new Table(stack, id, {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    stream: StreamViewType.NEW_AND_OLD_IMAGES,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  stack.tell(id, table.tableName);
  return table;
}

type Options = Partial<StreamEventSourceProps>;

function fromTable(table: Table, consumer: LambdaFunction, options: Options = {}): void {
  consumer.addEventSource(
    new DynamoEventSource(tableOf(table), { startingPosition: StartingPosition.TRIM_HORIZON, ...options }),
  );
}

function givesUp(stack: ContractStack, id: string): Options {
  return { onFailure: new SqsDlq(stack.queue(`${id}GivenUp`)), retryAttempts: 2 };
}

export function defineStreams(app: App): ContractStack {
  const stack = new ContractStack(app, 'streams');
  const partial = stack.inlineFunction('PartialReader', REPORTS_FIRST_FAILURE);
  const bisecting = stack.inlineFunction('BisectingReader', THROWS_ON_POISON);
  const telling = stack.inlineFunction('TellingReader', TELLS_RECORDS);
  const blocked = stack.inlineFunction('BlockedReader', ALWAYS_THROWS);
  const ofKinesis = stack.inlineFunction('KinesisReader', REPORTS_FIRST_FAILURE);

  fromTable(streamedTable(stack, 'PartialTable'), partial, {
    reportBatchItemFailures: true,
    ...givesUp(stack, 'Partial'),
  });
  fromTable(streamedTable(stack, 'BisectingTable'), bisecting, {
    bisectBatchOnError: true,
    ...givesUp(stack, 'Bisecting'),
  });
  const filters = [FilterCriteria.filter({ dynamodb: { NewImage: { outbox: { S: FilterRule.exists() } } } })];
  fromTable(streamedTable(stack, 'FilteredTable'), telling, { filters });
  fromTable(streamedTable(stack, 'BlockedTable'), blocked);

  const stream = new Stream(stack, 'Stream', { shardCount: 1, removalPolicy: RemovalPolicy.DESTROY });
  stack.tell('Stream', stream.streamName);
  const options = { startingPosition: StartingPosition.TRIM_HORIZON, reportBatchItemFailures: true };
  const kinesis = { ...options, ...givesUp(stack, 'Kinesis'), maxBatchingWindow: Duration.seconds(0) };
  ofKinesis.addEventSource(new KinesisEventSource(stream, kinesis));
  return stack;
}
