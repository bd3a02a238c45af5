import { PutStock } from '@waypost/contracts';
import { bodyOf, stageClient } from '@waypost/test-kit';
import { fillTables } from './fill-tables.ts';
import { invocations, logBytes, type Tap, tapBus, transitionsOf } from './observe.ts';
import { costOf, describeCosts, type OrderCost, type Use } from './order-cost.ts';
import { buy, buyAtTheBank, LINES } from './orders.ts';
import { callsByFunction, readRecorded, REQUESTS_OF_MESSAGE, usesOf } from './recorded.ts';
import { type BenchStage, onStageOfItsOwn } from './stage-for-bench.ts';

/** Orders that are averaged over: what is cached in between is what a shop that sells caches too. */
const MEASURED = 10;
const EARLIER_ORDERS = 10_000;

/** What is assumed where the engine's own time says nothing about AWS's. */
const assumed = {
  memory: 0.5, // GB, which every function has
  invocation: 0.01, // seconds of each invocation
  call: 0.008, // seconds more for each call of AWS
  provider: 0.3, // seconds more where the payment provider is asked
  expressMemory: 0.0625, // GB, the least that is billed
  express: 0.3, // seconds of each Express execution
} as const;
const ASKS_PROVIDER = new Set(['payment/authorizepayment', 'payment/capturepayment']);

const TOPIC_EVENTS = new Set(['OrderPlaced', 'OrderConfirmed', 'OrderCancelled']);

/** What an order costs, at empty tables and at full ones, on a stage of its own. */
export async function measureCost(signal: AbortSignal): Promise<string> {
  return onStageOfItsOwn(signal, costsOn);
}

const tell = (what: string) => process.stderr.write(`cost: ${what}\n`);

async function costsOn(stage: BenchStage): Promise<string> {
  const client = stageClient();
  const [token, operator] = [await client.signIn('shopper'), await client.signIn('operator')];
  for (const { sku } of LINES) {
    const body = { warehouse: 'north', onHand: 1_000_000 } as const;
    bodyOf(await client.call(PutStock, { parameters: { sku }, body, token: operator }));
  }
  const tap = await tapBus();
  const order = () => buy(client, token);
  const { orderId } = await order();
  tell('orders at empty tables');
  const empty = await costOfOrders(stage, tap, order);
  tell('orders that wait for their shopper at the bank');
  const waiting = await costOfOrders(stage, tap, () => buyAtTheBank(client, token));
  tell(`filling tables with ${EARLIER_ORDERS} orders`);
  await fillTables(orderId, EARLIER_ORDERS);
  tell('orders at full tables');
  const full = await costOfOrders(stage, tap, order);
  const { invocation, call, provider, express } = assumed;
  return [
    `Two lines, from POST to CONFIRMED and all that follows from it; ${MEASURED} orders, recorded call by call.`,
    '',
    describeCosts(empty, full, { orders: EARLIER_ORDERS, waiting }),
    '',
    `Assumed, since the engine's time isn't AWS's: ${invocation * 1000} ms an invocation and ${call * 1000} ms for each call that it makes,`,
    `${provider * 1000} ms where the payment provider is asked, ${express * 1000} ms an Express execution. Reading streams is free to Lambda; the`,
    "simulated outside world is not the shop's to pay; a shopper who watches the order costs one API request and one invocation a look. Traces and alarms have prices\nof their own, by the share that is sampled and by the month.",
  ].join('\n');
}

async function costOfOrders(
  stage: BenchStage,
  tap: Tap,
  order: () => Promise<{ orderId: string }>,
): Promise<OrderCost> {
  await quiet(tap);
  const { end } = await stage.recordedSince(0);
  const [before, since] = [await invocations(), Date.now()];
  const orders: string[] = [];
  for (let count = 0; count < MEASURED; count++) orders.push((await order()).orderId);
  const events = await quiet(tap);
  const [after, recorded] = [await invocations(), readRecorded((await stage.recordedSince(end)).lines)];
  const invoked = new Map([...after].map(([name, count]) => [name, (count - (before.get(name) ?? 0)) / MEASURED]));
  return costOf([
    ...usesOf(recorded, MEASURED),
    ...functionUses(invoked, callsByFunction(recorded, MEASURED)),
    ...eventUses(events),
    ...expressTime(recorded.calls.filter(({ action }) => action === 'states:StartSyncExecution').length / MEASURED),
    ...(await transitionUses(stage, orders)),
    ...(await logUses([...invoked.keys()], since)),
    { price: 'apiRequest', amount: 1, by: 'POST /orders', mails: false },
    { price: 'apiRequest', amount: invoked.get(WEBHOOKS) ?? 0, by: 'webhooks', mails: false },
  ]);
}

/** Waits until no event comes any more, and gives those that came. */
async function quiet(tap: Tap): Promise<readonly string[]> {
  const events: string[] = [];
  const deadline = Date.now() + 60_000;
  for (let silent = 0; silent < 3 && Date.now() < deadline;) {
    const some = await tap.drain();
    events.push(...some);
    silent = some.length === 0 ? silent + 1 : 0;
  }
  return events;
}

const NAME = /^waypost-local-([a-z]+)-(.+)$/;
/** What only a person who looks causes. */
const LOOKS = new Set(['order/get-order']);
/** What runs by the clock, whether anybody orders or not. */
const CLOCKED = new Set(['order/sweep-orders', 'inventory/expire-reservations']);
/** A webhook is one request to the API, and one message of a queue where it is needed. */
const WEBHOOKS = 'waypost-local-webhook-receive-payment-webhook';

function shopFunctions(names: readonly string[]) {
  return names.flatMap((functionName) => {
    const [, service = '', name = ''] = NAME.exec(functionName) ?? [];
    if (service === '' || service === 'sandbox' || LOOKS.has(`${service}/${name}`)) return [];
    if (CLOCKED.has(`${service}/${name}`)) return [];
    return [{ functionName, service, name, mails: service === 'notification' }];
  });
}

function functionUses(invoked: ReadonlyMap<string, number>, calls: ReadonlyMap<string, number>): readonly Use[] {
  return shopFunctions([...invoked.keys()]).flatMap(({ functionName, service, name, mails }): Use[] => {
    const times = invoked.get(functionName) ?? 0;
    const worker = `${service}/${name.replaceAll('-', '')}`;
    const own = times * (assumed.invocation + (ASKS_PROVIDER.has(worker) ? assumed.provider : 0));
    const seconds = own + (times > 0 ? (calls.get(worker) ?? 0) * assumed.call : 0);
    return [
      { price: 'invocation', amount: times, by: service, mails },
      { price: 'functionGigabyteSecond', amount: seconds * assumed.memory, by: service, mails },
    ];
  });
}

function eventUses(events: readonly string[]): readonly Use[] {
  const each = (type: string) => events.filter((event) => event === type).length / MEASURED;
  return [...new Set(events)].flatMap((type): Use[] => {
    const put: Use = { price: 'customEvent', amount: each(type), by: type, mails: false };
    if (!TOPIC_EVENTS.has(type)) return [put];
    return [
      put,
      { price: 'topicPublish', amount: each(type), by: type, mails: false },
      { price: 'mail', amount: each(type), by: type, mails: true },
      { price: 'queueRequest', amount: each(type) * REQUESTS_OF_MESSAGE, by: 'notification', mails: true },
      ...(type === 'OrderConfirmed'
        ? [{ price: 'queueRequest', amount: each(type) * REQUESTS_OF_MESSAGE, by: 'inventory', mails: false } as const]
        : []),
    ];
  });
}

function expressTime(executions: number): readonly Use[] {
  const amount = executions * assumed.express * assumed.expressMemory;
  return [{ price: 'expressGigabyteSecond', amount, by: 'order', mails: false }];
}

async function transitionUses({ running }: BenchStage, orders: readonly string[]): Promise<readonly Use[]> {
  const { region, accountId } = running.stage;
  const machine = `arn:aws:states:${region}:${accountId}:execution:waypost-local-order-order-workflow`;
  const counts = await Promise.all(orders.map((orderId) => transitionsOf(`${machine}:${orderId}-1`)));
  const amount = counts.reduce((sum, count) => sum + count, 0) / orders.length;
  return [{ price: 'standardTransition', amount, by: 'OrderWorkflow', mails: false }];
}

async function logUses(names: readonly string[], since: number): Promise<readonly Use[]> {
  return Promise.all(
    shopFunctions(names).map(async ({ functionName, service, mails }): Promise<Use> => {
      const amount = (await logBytes(functionName, since)) / MEASURED / 1e9;
      return { price: 'logGigabyte', amount, by: service, mails };
    }),
  );
}
