import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AuthorizePayment,
  CapturePayment,
  type Fault,
  GetOrder,
  OrderId,
  PutFault,
  RequestCancellation,
  ReversePayment,
} from '@waypost/contracts';
import { atDecision, authenticate, bodyOf, eventually, shopperIdOf } from '@waypost/test-kit';
import { accountOf, expectAgreement, type Purchase } from './accounts.ts';
import { invokerOn } from './invoke.ts';
import { endFaults, putFault } from './faults.ts';
import { ownStage } from './own-stage.ts';
import { moneyIn, type Shop } from './shop.ts';

// A stage of its own, since a fault hits the next caller.
const own = ownStage('faults');
const SLOW_MACHINE = 600_000;
const A_SLOW_ORDER = 5000;
/** Number of concurrent orders with random faults; `npm run soak` sends more. */
const ORDERS = Number(process.env['WAYPOST_SOAK_ORDERS'] ?? 15);
const SHOPPERS = 5;
/** Fewer than the retries of an operation, so that no operation fails for good. */
const FAULTS_AN_ORDER = 2;
const SETTLED = { within: SLOW_MACHINE / 2, every: 1000 } as const;

let shop: Shop;

beforeAll(async () => {
  ({ shop } = await own.start());
}, SLOW_MACHINE);

afterAll(() => own.remove(), SLOW_MACHINE);

const WHERE = ['authorize', 'retrieve', 'capture', 'cancel', 'refund'] as const;
const FAULTS: readonly Pick<Fault, 'operation' | 'fault'>[] = [
  ...WHERE.flatMap((operation) =>
    (['slow', 'error', 'lost_answer', 'decline'] as const)
      .filter((fault) => operation !== 'retrieve' || fault !== 'decline')
      .map((fault) => ({ operation, fault })),
  ),
  ...(['slow', 'error', 'lost_answer', 'duplicate_webhook', 'reorder_webhooks'] as const).map((fault) => ({
    operation: 'webhook' as const,
    fault,
  })),
];

/** Actions of a shopper after the purchase. */
const ACTIONS = ['waits', 'authenticates', 'fails to authenticate', 'cancels at the bank', 'cancels at once'] as const;
type Action = (typeof ACTIONS)[number];

async function buy(action: Action): Promise<Purchase> {
  const sku = await shop.newProduct({ north: 3 });
  const atTheBank = action !== 'waits' && action !== 'cancels at once';
  const paymentMethod = atTheBank ? 'pm_card_authenticationRequired' : 'pm_card_visa';
  const orderId = await shop.place({ lines: [{ sku, quantity: 1 }], paymentMethod });
  const purchase = { orderId, sku, onHand: 3, paymentMethod, idempotencyKey: '', answeredAt: 0 };
  const cancel = () => shop.stage.call(RequestCancellation, { parameters: { id: orderId }, token: shop.token.shopper });
  if (action === 'cancels at once') expect([202, 409]).toContain((await cancel()).status);
  if (!atTheBank) return purchase;
  // A fault may have ended the order before the authentication.
  const order = await eventually(async () => {
    const answer = await shop.stage.call(GetOrder, { parameters: { id: orderId }, token: shop.token.shopper });
    expect(['AWAITING_PAYMENT', 'CANCELLED']).toContain(bodyOf(answer).status);
    return bodyOf(answer);
  }, SETTLED);
  if (order.status !== 'AWAITING_PAYMENT') return purchase;
  if (action === 'cancels at the bank') expect((await cancel()).status).toBe(202);
  else await authenticate(order.payment.nextActionUrl, action === 'authenticates' ? 'authenticate' : 'fail');
  return purchase;
}

/** Possible outcomes of each action. A fault may decline any card. */
const ENDS: Readonly<Record<Action, readonly (string | undefined)[]>> = {
  waits: [undefined, 'payment_declined'],
  authenticates: [undefined, 'payment_declined'],
  'fails to authenticate': ['payment_declined'],
  'cancels at the bank': ['customer_request', 'payment_declined'],
  'cancels at once': [undefined, 'customer_request', 'payment_declined'],
};

async function expectRightEnd(action: Action, purchase: Purchase): Promise<void> {
  await eventually(async () => {
    const answer = await shop.stage.call(GetOrder, { parameters: { id: purchase.orderId }, token: shop.token.shopper });
    expect(['CONFIRMED', 'CANCELLED']).toContain(atDecision(bodyOf(answer)).status);
  }, SETTLED);
  await eventually(async () => {
    const account = await accountOf(shop, purchase);
    expect(['CONFIRMED', 'CANCELLED']).toContain(account.order?.status);
    expect([action, ...ENDS[action]]).toContain(account.order?.reason);
    expectAgreement(purchase, account);
  }, SETTLED);
}

/** Runs a number of shoppers concurrently until all actions are done, with an optional fault before each purchase. */
async function expectRightEnds(actions: readonly Action[], injectFault = async () => {}): Promise<void> {
  const left = [...actions];
  const shopper = async () => {
    for (let action = left.pop(); action; action = left.pop()) {
      await injectFault();
      await expectRightEnd(action, await buy(action));
    }
  };
  await Promise.all(Array.from({ length: SHOPPERS }, shopper));
}

/** Injects random faults that cost little time, for the next callers. */
async function injectRandomFaults(): Promise<void> {
  const quick = FAULTS.filter(({ fault }) => fault !== 'slow');
  for (let left = FAULTS_AN_ORDER; left > 0; left -= 1) {
    const fault = quick[Math.floor(Math.random() * quick.length)];
    if (fault) await putFault(shop, fault, 1);
  }
}

/** A payment that is captured and refunded without an order. */
async function reserveAndCancel(n: number): Promise<void> {
  const ask = invokerOn(own.running());
  const orderId = OrderId.parse(`ord_${n.toString(16).padStart(32, 'f')}`);
  const asked = { payableId: orderId, attempt: 1 };
  const amount = { amount: 4200, currency: 'EUR' } as const;
  const payment = { ...asked, shopperId: shopperIdOf(1), amount, paymentMethod: 'pm_card_visa' };
  const once = <Result>(work: () => Promise<Result>) => eventually(work, SETTLED);
  await once(() => ask(AuthorizePayment, payment));
  await once(() => ask(CapturePayment, asked));
  await once(() => ask(ReversePayment, asked));
  await once(async () => expect(moneyIn(await shop.paymentRecordsOf(orderId))).toBe(0));
}

describe('a failing provider', () => {
  it(
    'in every way at every operation leaves each order with one right outcome',
    async () => {
      for (const fault of FAULTS) await putFault(shop, fault, 1);
      await expectRightEnds([...ACTIONS, ...ACTIONS]);
      for (const n of [1, 2, 3, 4, 5]) await reserveAndCancel(n);
      // The remaining faults hit no caller.
      expect(await endFaults(shop)).toBeLessThanOrEqual(2);
    },
    SLOW_MACHINE,
  );

  it(
    'at random, to many shoppers at once of whom some cancel, leaves books and stock exact',
    async () => {
      const actions = Array.from({ length: ORDERS }, (_, index) => ACTIONS[index % ACTIONS.length] ?? 'waits');
      await expectRightEnds(actions, injectRandomFaults);
      await endFaults(shop);
    },
    SLOW_MACHINE + ORDERS * A_SLOW_ORDER,
  );
});

describe('an invalid fault', () => {
  it('is rejected with a pointer', async () => {
    const body = { provider: 'payment', operation: 'capture', fault: 'duplicate_webhook', times: 1 } as const;
    const answer = await shop.stage.call(PutFault, { body, token: shop.token.operator });
    expect(answer.status).toBe(400);
    expect((await shop.stage.call(PutFault, { body, token: shop.token.shopper })).status).toBe(403);
  });
});
