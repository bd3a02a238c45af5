import { PutStock } from '@waypost/contracts';
import { bodyOf, stageClient } from '@waypost/test-kit';
import { fillTables } from './fill-tables.ts';
import { invocations, logBytes, type Tap, tapBus, transitionsOf } from './observe.ts';
import { costOf, describeCosts, type OrderCost, type Use } from './order-cost.ts';
import { partOfEvent, sharesOf } from './parts.ts';
import { buy, buyAtTheBank, completed, LINES } from './orders.ts';
import { callsByFunction, readRecorded, REQUESTS_OF_MESSAGE, usesOf } from './recorded.ts';
import { type BenchStage, onStageOfItsOwn } from './stage-for-bench.ts';

/** Orders that are averaged over: what is cached in between is what a shop that sells caches too. */
const MEASURED = 10;
const EARLIER_ORDERS = 10_000;

/** Assumptions where the engine's times differ from AWS's. */
export const assumed = {
  memory: 0.5, // GB, which every function has
  invocation: 0.01, // seconds of each invocation
  call: 0.008, // seconds more for each call of AWS
  provider: 0.3, // additional seconds for a call of the payment provider
  expressMemory: 0.0625, // GB, the least that is billed
  express: 0.3, // seconds of each Express execution
} as const;
const ASKS_PROVIDER = new Set(['payment/authorizepayment', 'payment/capturepayment']);

/** Queues of the topic that receive an event, except those of mails. */
const QUEUES: Readonly<Record<string, readonly string[]>> = { OrderConfirmed: ['inventory', 'shipping'] };

/** Measures the cost of an order, with empty and with full tables, on a separate stage. */
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
  const toTheEnd = (begin: typeof buyAtTheBank) => async () => {
    const { orderId } = await begin(client, token);
    return { orderId, end: completed(client, token, orderId) };
  };
  const order = toTheEnd(buy);
  const { orderId, end } = await order();
  await end;
  tell('orders at empty tables');
  const empty = await costOfOrders(stage, tap, order);
  tell('orders that wait for their shopper at the bank');
  const waiting = await costOfOrders(stage, tap, toTheEnd(buyAtTheBank));
  tell(`filling tables with ${EARLIER_ORDERS} orders`);
  await fillTables(orderId, EARLIER_ORDERS);
  tell('orders at full tables');
  const full = await costOfOrders(stage, tap, order);
  const { invocation, call, provider, express } = assumed;
  return [
    `Orders of two lines, from POST to CONFIRMED and to COMPLETED; the calls of ${MEASURED} orders were recorded.`,
    '',
    describeCosts(empty, full, { orders: EARLIER_ORDERS, waiting }),
    '',
    `Assumptions, since the engine's times differ from AWS's: ${invocation * 1000} ms per invocation and ${call * 1000} ms for each of its calls,`,
    `${provider * 1000} ms for a call of the payment provider, ${express * 1000} ms per Express execution. Lambda reads streams free of charge;`,
    'simulated external services are not part of the cost; a shopper who follows the order costs one API request and one invocation per poll. Traces and alarms have prices\nof their own, per sample and per month.',
  ].join('\n');
}

async function costOfOrders(
  stage: BenchStage,
  tap: Tap,
  order: () => Promise<{ readonly orderId: string; readonly end: Promise<void> }>,
): Promise<OrderCost> {
  const run = async () => {
    const { orderId: id, end } = await order();
    return { id, end };
  };
  const workflow = { post: 'POST /orders', machine: 'order-order-workflow', words: 'OrderWorkflow' };
  return costOf((await usesOfRuns(stage, tap, run, workflow)).uses);
}

/** Trigger of a run: the request that starts it, and the workflow whose executions have its id. */
interface Workflow {
  readonly post: string;
  readonly machine: string;
  readonly words: string;
}

/** All that one run uses on average, and how many calls of AWS it takes. */
export async function usesOfRuns(
  stage: BenchStage,
  tap: Tap,
  run: () => Promise<{ readonly id: string; readonly end: Promise<void> }>,
  workflow: Workflow,
): Promise<{ readonly uses: readonly Use[]; readonly calls: number }> {
  await quiet(tap);
  const { end } = await stage.recordedSince(0);
  const [before, since] = [await invocations(), Date.now()];
  const runs: Awaited<ReturnType<typeof run>>[] = [];
  for (let count = 0; count < MEASURED; count++) runs.push(await run());
  await Promise.all(runs.map((begun) => begun.end));
  const events = await quiet(tap);
  const [after, recorded] = [await invocations(), readRecorded((await stage.recordedSince(end)).lines)];
  const invoked = new Map([...after].map(([name, count]) => [name, (count - (before.get(name) ?? 0)) / MEASURED]));
  const calls = callsByFunction(recorded, MEASURED);
  const uses = [
    ...usesOf(recorded, MEASURED, events),
    ...functionUses(invoked, calls, events),
    ...eventUses(events),
    ...expressTime(recorded.calls.filter(({ action }) => action === 'states:StartSyncExecution').length / MEASURED),
    ...(await transitionUses(
      stage,
      runs.map(({ id }) => id),
      workflow,
    )),
    ...(await logUses([...invoked.keys()], since, events)),
    { price: 'apiRequest', amount: 1, by: workflow.post, part: 'confirmation' } as const,
    { price: 'apiRequest', amount: invoked.get(WEBHOOKS) ?? 0, by: 'webhooks', part: 'fulfilment' } as const,
  ];
  const ofShop = [...calls].filter(([name]) => !name.startsWith('sandbox/'));
  return { uses, calls: ofShop.reduce((sum, [, count]) => sum + count, 0) };
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
/** Functions that only a reading shopper causes. */
const LOOKS = new Set(['order/get-order', 'booking/get-booking', 'booking/list-flights', 'booking/list-hotels']);
/** Functions that run on a schedule. */
const CLOCKED = new Set([
  'order/sweep-orders',
  'booking/sweep-bookings',
  'inventory/expire-reservations',
  'payment/report-balance',
  'ledger/reconcile',
]);
/** A webhook is one request to the API, and one message of a queue where it is needed. */
const WEBHOOKS = 'waypost-local-webhook-receive-payment-webhook';

function shopFunctions(names: readonly string[]) {
  return names.flatMap((functionName) => {
    const [, service = '', name = ''] = NAME.exec(functionName) ?? [];
    if (service === '' || service === 'sandbox' || LOOKS.has(`${service}/${name}`)) return [];
    if (CLOCKED.has(`${service}/${name}`)) return [];
    return [{ functionName, service, worker: name.replaceAll('-', '') }];
  });
}

function functionUses(
  invoked: ReadonlyMap<string, number>,
  calls: ReadonlyMap<string, number>,
  events: readonly string[],
): readonly Use[] {
  return shopFunctions([...invoked.keys()]).flatMap(({ functionName, service, worker }) => {
    const times = invoked.get(functionName) ?? 0;
    const name = `${service}/${worker}`;
    const own = times * (assumed.invocation + (ASKS_PROVIDER.has(name) ? assumed.provider : 0));
    const seconds = own + (times > 0 ? (calls.get(name) ?? 0) * assumed.call : 0);
    return sharesOf(service, worker, events).flatMap(([part, share]): Use[] => [
      { price: 'invocation', amount: share * times, by: service, part },
      { price: 'functionGigabyteSecond', amount: share * seconds * assumed.memory, by: service, part },
    ]);
  });
}

/** Events of orders are forwarded to the topic, and a mail is sent for each. */
function eventUses(events: readonly string[]): readonly Use[] {
  return [...new Set(events)].flatMap((type): Use[] => {
    const amount = events.filter((event) => event === type).length / MEASURED;
    const part = partOfEvent(type);
    const put: Use = { price: 'customEvent', amount, by: type, part };
    if (!type.startsWith('Order')) return [put];
    const asked = amount * REQUESTS_OF_MESSAGE;
    return [
      put,
      { price: 'topicPublish', amount, by: type, part },
      { price: 'mail', amount, by: type, part: 'mails' },
      { price: 'queueRequest', amount: asked, by: 'notification', part: 'mails' },
      ...(QUEUES[type] ?? []).map((by): Use => ({ price: 'queueRequest', amount: asked, by, part: 'fulfilment' })),
    ];
  });
}

function expressTime(executions: number): readonly Use[] {
  const amount = executions * assumed.express * assumed.expressMemory;
  return [{ price: 'expressGigabyteSecond', amount, by: 'order', part: 'confirmation' }];
}

async function transitionUses(
  { running }: BenchStage,
  ids: readonly string[],
  { machine, words }: Workflow,
): Promise<readonly Use[]> {
  const { region, accountId } = running.stage;
  const execution = `arn:aws:states:${region}:${accountId}:execution:waypost-local-${machine}`;
  const counts = await Promise.all(ids.map((id) => transitionsOf(`${execution}:${id}-1`)));
  const amount = counts.reduce((sum, count) => sum + count, 0) / ids.length;
  return [{ price: 'standardTransition', amount, by: words, part: 'confirmation' }];
}

async function logUses(names: readonly string[], since: number, events: readonly string[]): Promise<readonly Use[]> {
  const uses = shopFunctions(names).map(async ({ functionName, service, worker }) => {
    const amount = (await logBytes(functionName, since)) / MEASURED / 1e9;
    return sharesOf(service, worker, events).map(([part, share]): Use => ({
      price: 'logGigabyte',
      amount: share * amount,
      by: service,
      part,
    }));
  });
  return (await Promise.all(uses)).flat();
}
