import { type BusEvent, defineCommand, defineEvent, defineRoute, upcast } from '@waypost/contracts';
import type { APIGatewayProxyEvent, DynamoDBRecord, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { DeadLetter, DeadLetters } from '../src/dead-letters.ts';
import { logger } from '../src/observability.ts';
import type { OutboxEntry } from '../src/outbox.ts';

logger.setLogLevel('SILENT');

export const NOW = '2026-05-04T09:30:00.000Z';
export const clock = () => new Date(NOW);

export const TeaPoured = defineEvent({
  owner: 'kitchen',
  name: 'TeaPoured',
  version: 1,
  schema: z.object({ cup: z.string(), millilitres: z.int() }),
});

/** The next version of it, which tells litres no more in thousandths. */
export const TeaPouredInLitres = defineEvent({
  owner: 'kitchen',
  name: 'TeaPoured',
  version: 2,
  schema: z.object({ cup: z.string(), litres: z.number() }),
  earlier: [upcast(TeaPoured, ({ cup, millilitres }) => ({ cup, litres: millilitres / 1000 }))],
});

export const PourTea = defineCommand({
  owner: 'kitchen',
  name: 'pour-tea',
  version: 1,
  request: z.object({ cup: z.string() }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('poured') }),
    z.object({ outcome: z.literal('pot_empty') }),
  ]),
});

/** The next version of it, which calls the cup a vessel. */
export const PourIntoVessel = defineCommand({
  owner: 'kitchen',
  name: 'pour-tea',
  version: 2,
  request: z.object({ vessel: z.string() }),
  earlier: upcast({ version: 1, schema: PourTea.request }, ({ cup }) => ({ vessel: cup })),
  result: PourTea.result,
});

export const OrderTea = defineRoute({
  owner: 'kitchen',
  operationId: 'orderTea',
  summary: 'Orders tea',
  method: 'POST',
  path: '/tables/{table}/teas',
  access: 'shopper',
  idempotent: true,
  status: 202,
  parameters: z.object({ table: z.string().regex(/^T\d+$/) }),
  query: z.strictObject({ sugar: z.coerce.number().int().optional() }),
  body: z.strictObject({ cup: z.strictObject({ kind: z.string() }), lines: z.array(z.int()).optional() }),
  response: z.object({ teaId: z.string() }),
});

export const GetTea = defineRoute({
  owner: 'kitchen',
  operationId: 'getTea',
  summary: 'One tea',
  method: 'GET',
  path: '/teas',
  access: 'open',
  response: z.object({ teaId: z.string() }),
});

/** Open routes, and routes for guests with an identity. */
export const SmellTea = defineRoute({
  owner: 'kitchen',
  operationId: 'smellTea',
  summary: 'The smell of a tea',
  method: 'GET',
  path: '/smells',
  access: 'guest',
  response: z.object({ teaId: z.string() }),
});

export const ListPots = defineRoute({
  owner: 'kitchen',
  operationId: 'listPots',
  summary: 'Pots',
  method: 'GET',
  path: '/pots',
  access: 'operator',
  response: z.object({ pots: z.int() }),
});

export const TakeNote = defineRoute({
  owner: 'kitchen',
  operationId: 'takeNote',
  summary: 'Takes a signed note',
  method: 'POST',
  path: '/notes',
  access: 'open',
  rawBody: true,
  body: z.string(),
  response: z.object({}),
});

const anEventId = (last: number) => `019df252-b5c0-7000-8000-${String(last).padStart(12, '0')}`;

/** An event as the bus delivers it; give what matters. */
export function busEvent(
  given: { name?: string; version?: number; data?: unknown; id?: number; correlationId?: string } = {},
): BusEvent {
  const { name = 'TeaPoured', version = 1, data = { cup: 'blue', millilitres: 200 }, id = 1 } = given;
  return {
    id: 'bus-1',
    source: 'waypost.kitchen',
    'detail-type': name,
    time: NOW,
    detail: {
      metadata: {
        eventId: anEventId(id),
        occurredAt: NOW,
        correlationId: given.correlationId ?? 'correlation-1',
        causationId: 'cause-1',
        schemaVersion: version,
        producer: 'kitchen',
        subject: 'blue',
      },
      data,
    },
  };
}

export function sqsRecord(messageId: string, body: unknown, receives = 1): SQSRecord {
  return {
    messageId,
    receiptHandle: `receipt-${messageId}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: '0',
      SenderId: 'sender',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-central-1:123456789012:teas',
    awsRegion: 'eu-central-1',
  };
}

export function streamRecord(sequenceNumber: string, outbox?: string): DynamoDBRecord {
  return {
    eventID: `event-${sequenceNumber}`,
    eventName: 'MODIFY',
    dynamodb: {
      SequenceNumber: sequenceNumber,
      NewImage: { pk: { S: 'x' }, ...(outbox && { outbox: { S: outbox } }) },
    },
  };
}

export function outboxEntry(id: number, filler = ''): OutboxEntry {
  const { source, 'detail-type': detailType, detail } = busEvent({ id, data: { cup: `cup-${id}`, filler } });
  return { source, detailType, detail };
}

/** Dead letters that stay here. */
export function lettersInMemory(): { deadLetters: DeadLetters; letters: DeadLetter[] } {
  const letters: DeadLetter[] = [];
  return {
    letters,
    deadLetters: (letter) => {
      letters.push(letter);
      return Promise.resolve();
    },
  };
}

interface GivenRequest {
  readonly method?: string;
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly text?: string;
  readonly claims?: Record<string, unknown>;
}

/** A request as API Gateway passes it on; give what matters. */
export function apiEvent(given: GivenRequest = {}): APIGatewayProxyEvent {
  const { method = 'POST', path = null, query = null, headers = {}, claims } = given;
  const body = given.text ?? (given.body === undefined ? null : JSON.stringify(given.body));
  return {
    body,
    headers: { ...(body !== null && { 'Content-Type': 'application/json' }), ...headers },
    multiValueHeaders: {},
    httpMethod: method,
    isBase64Encoded: false,
    path: '/teas',
    pathParameters: path,
    queryStringParameters: query,
    multiValueQueryStringParameters: null,
    stageVariables: null,
    resource: '/teas',
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      authorizer: claims ? { claims } : null,
      protocol: 'HTTP/1.1',
      httpMethod: method,
      identity: {
        accessKey: null,
        accountId: null,
        apiKey: null,
        apiKeyId: null,
        caller: null,
        clientCert: null,
        cognitoAuthenticationProvider: null,
        cognitoAuthenticationType: null,
        cognitoIdentityId: null,
        cognitoIdentityPoolId: null,
        principalOrgId: null,
        sourceIp: '127.0.0.1',
        user: null,
        userAgent: null,
        userArn: null,
      },
      path: '/v1/teas',
      stage: 'v1',
      requestId: 'request-1',
      requestTimeEpoch: 0,
      resourceId: 'resource',
      resourcePath: '/teas',
    },
  };
}
