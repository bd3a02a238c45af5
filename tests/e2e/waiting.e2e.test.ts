import { beforeAll, describe, expect, it } from 'vitest';
import {
  type OrderId,
  RequestCancellation,
  type ReviewDecision,
  ReviewOrder,
  type Sku,
  type CountryCode,
} from '@waypost/contracts';
import { authenticate, eventually } from '@waypost/test-kit';
import { accountOf, expectAgreement, type Purchase } from './accounts.ts';
import { openShop, type Shop } from './shop.ts';

/** Longer than the stage lets an order wait for people. */
const TIMEOUT = { within: 240_000, every: 1000 } as const;
const MINUTES = 60_000;

const LARGE = { quantity: 50 };
const AUTHENTICATED = { paymentMethod: 'pm_card_authenticationRequired' };

let shop: Shop;
/** Orders without any decision, which time out while the other tests run. */
let forgotten: Readonly<Record<'review' | 'payment', Bought>>;

beforeAll(async () => {
  shop = await openShop();
  forgotten = { review: await buy(LARGE), payment: await buy(AUTHENTICATED) };
}, MINUTES);

type Bought = Purchase & { readonly quantity: number };

interface Wanted {
  readonly quantity?: number;
  readonly paymentMethod?: string;
  readonly country?: CountryCode;
}

/** Orders a product that no other test buys. 50 units require a review. */
async function buy({ quantity = 1, ...request }: Wanted): Promise<Bought> {
  const onHand = quantity + 1;
  const sku: Sku = await shop.newProduct({ north: onHand });
  const orderId = await shop.place({ lines: [{ sku, quantity }], ...request });
  const paymentMethod = request.paymentMethod ?? 'pm_card_visa';
  return { orderId, sku, quantity, idempotencyKey: '', paymentMethod, onHand, answeredAt: 0 };
}

async function review(orderId: OrderId, decision: ReviewDecision) {
  const request = { parameters: { id: orderId }, body: { decision }, token: shop.token.operator };
  return (await shop.stage.call(ReviewOrder, request)).status;
}

async function cancel(id: OrderId, by: keyof Shop['token'] = 'shopper') {
  return (await shop.stage.call(RequestCancellation, { parameters: { id }, token: shop.token[by] })).status;
}

async function authenticateOrder(orderId: OrderId, outcome: 'authenticate' | 'fail') {
  const { payment } = await shop.reaches('AWAITING_PAYMENT', orderId);
  const back = await authenticate(payment.nextActionUrl, outcome);
  expect(back).toBe(`${shop.stage.stage.urls.storefront}/orders/${orderId}`);
}

/** Checks the outcome of an order, and that the provider, the stock and the shipments agree. */
async function expectEnd(bought: Bought, reason?: string): Promise<void> {
  await eventually(() => shop.decided(bought.orderId), TIMEOUT);
  await eventually(async () => {
    const account = await accountOf(shop, bought);
    expect([account.order?.status, account.order?.reason]).toEqual([reason ? 'CANCELLED' : 'CONFIRMED', reason]);
    expectAgreement(bought, account);
  }, TIMEOUT);
}

describe.concurrent('an order in review', () => {
  it('is confirmed when an operator approves it, and the operator may repeat the request', async () => {
    const bought = await buy(LARGE);
    await shop.reaches('IN_REVIEW', bought.orderId);
    expect(await review(bought.orderId, 'approve')).toBe(202);
    expect(await review(bought.orderId, 'approve')).toBe(202);
    await expectEnd(bought);
    expect(await review(bought.orderId, 'reject')).toBe(409);
    const { history } = await shop.decided(bought.orderId);
    expect(history.map(({ status }) => status)).toEqual(['PLACED', 'IN_REVIEW', 'CONFIRMED']);
  });

  it('is cancelled when an operator rejects it', async () => {
    const bought = await buy(LARGE);
    await shop.reaches('IN_REVIEW', bought.orderId);
    expect(await review(bought.orderId, 'reject')).toBe(202);
    await expectEnd(bought, 'review_rejected');
    expect(await review(bought.orderId, 'approve')).toBe(409);
  });

  it('has one outcome when two operators decide concurrently, and both see it', async () => {
    const bought = await buy(LARGE);
    await shop.reaches('IN_REVIEW', bought.orderId);
    const [approved, rejected] = await Promise.all([
      review(bought.orderId, 'approve'),
      review(bought.orderId, 'reject'),
    ]);
    expect(new Set([approved, rejected])).toEqual(new Set([202, 409]));
    await expectEnd(bought, approved === 202 ? undefined : 'review_rejected');
  });

  it('accepts a decision before it waits', async () => {
    const bought = await buy(LARGE);
    expect(await review(bought.orderId, 'reject')).toBe(202);
    await expectEnd(bought, 'review_rejected');
  });

  it('is decided by operators only, and has to exist', async () => {
    const { orderId } = await buy(LARGE);
    const asShopper = {
      parameters: { id: orderId },
      body: { decision: 'approve' },
      token: shop.token.shopper,
    } as const;
    expect((await shop.stage.call(ReviewOrder, asShopper)).status).toBe(403);
    const nothing = {
      parameters: { id: 'ord_nothing' },
      body: { decision: 'approve' },
      token: shop.token.operator,
    } as const;
    expect((await shop.stage.call(ReviewOrder, nothing)).status).toBe(404);
    expect(await cancel(orderId)).toBe(202);
  });
});

describe.concurrent('an order whose payment requires authentication', () => {
  it('is confirmed when the shopper authenticates it', async () => {
    const bought = await buy(AUTHENTICATED);
    await authenticateOrder(bought.orderId, 'authenticate');
    await expectEnd(bought);
  });

  it('is cancelled when the authentication fails', async () => {
    const bought = await buy(AUTHENTICATED);
    await authenticateOrder(bought.orderId, 'fail');
    await expectEnd(bought, 'payment_declined');
  });

  it('may require a review too, which comes first', async () => {
    const bought = await buy({ ...LARGE, ...AUTHENTICATED });
    await shop.reaches('IN_REVIEW', bought.orderId);
    expect(await review(bought.orderId, 'approve')).toBe(202);
    await authenticateOrder(bought.orderId, 'authenticate');
    await expectEnd(bought);
  });
});

describe.concurrent('an order that its shopper cancels', () => {
  it.each<[string, Wanted, 'IN_REVIEW' | 'AWAITING_PAYMENT']>([
    ['in review', LARGE, 'IN_REVIEW'],
    ['before its payment is authenticated', AUTHENTICATED, 'AWAITING_PAYMENT'],
  ])('%s ends at once, and a repeated request is accepted', async (_, wanted, status) => {
    const bought = await buy(wanted);
    await shop.reaches(status, bought.orderId);
    expect(await Promise.all([cancel(bought.orderId), cancel(bought.orderId)])).toEqual([202, 202]);
    await expectEnd(bought, 'customer_request');
    expect(await review(bought.orderId, 'approve')).toBe(409);
  });

  it('right after it was placed ends either way, and reports which', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => buy({})));
    for (const bought of all) {
      const answer = await cancel(bought.orderId);
      expect([202, 409]).toContain(answer);
      await expectEnd(bought, answer === 202 ? 'customer_request' : undefined);
    }
  });

  it('after the shipment stays confirmed', async () => {
    const bought = await buy({});
    await shop.reaches('SHIPPED', bought.orderId);
    expect(await cancel(bought.orderId)).toBe(409);
    await expectEnd(bought);
  });

  it('has to be their own', async () => {
    const bought = await buy(LARGE);
    expect(await cancel(bought.orderId, 'secondShopper')).toBe(404);
    expect(await cancel(bought.orderId)).toBe(202);
    await expectEnd(bought, 'customer_request');
  });
});

describe.concurrent('an order to an address without a carrier', () => {
  it('is cancelled before the payment', async () => {
    const bought = await buy({ country: 'AQ' });
    await expectEnd(bought, 'shipping_unavailable');
    expect(await shop.paymentRecordsOf(bought.orderId)).toEqual([]);
  });
});

describe.concurrent('an order without a decision', () => {
  it('is cancelled when no operator reviews it in time, and can’t be approved then', async () => {
    await expectEnd(forgotten.review, 'review_timeout');
    expect(await review(forgotten.review.orderId, 'approve')).toBe(409);
  }, 300_000);

  it('is cancelled when its shopper never authenticates the payment', async () => {
    await expectEnd(forgotten.payment, 'payment_timeout');
    expect(await cancel(forgotten.payment.orderId)).toBe(202);
  }, 300_000);
});
