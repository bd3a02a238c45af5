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

/** As long as the stage lets an order wait for people, and then some. */
const TIMEOUT = { within: 240_000, every: 1000 } as const;
const MINUTES = 60_000;

const LARGE = { quantity: 50 };
const AUTHENTICATED = { paymentMethod: 'pm_card_authenticationRequired' };

let shop: Shop;
/** Orders that nobody does anything about, which take their time while the others are tried. */
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

/** Buys a product that nobody else buys; 50 units of it are looked at by a person. */
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
  const { payment } = await shop.comesTo('AWAITING_PAYMENT', orderId);
  const back = await authenticate(payment.nextActionUrl, outcome);
  expect(back).toBe(`${shop.stage.stage.urls.storefront}/orders/${orderId}`);
}

/** The order ended so, and the provider's books, the stock and the shipments say the same. */
async function expectEnd(bought: Bought, reason?: string): Promise<void> {
  await eventually(() => shop.decided(bought.orderId), TIMEOUT);
  await eventually(async () => {
    const account = await accountOf(shop, bought);
    expect([account.order?.status, account.order?.reason]).toEqual([reason ? 'CANCELLED' : 'CONFIRMED', reason]);
    expectAgreement(bought, account);
  }, TIMEOUT);
}

describe.concurrent('an order that a person has to look at', () => {
  it('is confirmed when an operator approves it, and the operator may say so twice', async () => {
    const bought = await buy(LARGE);
    await shop.comesTo('IN_REVIEW', bought.orderId);
    expect(await review(bought.orderId, 'approve')).toBe(202);
    expect(await review(bought.orderId, 'approve')).toBe(202);
    await expectEnd(bought);
    expect(await review(bought.orderId, 'reject')).toBe(409);
    const { history } = await shop.decided(bought.orderId);
    expect(history.map(({ status }) => status)).toEqual(['PLACED', 'IN_REVIEW', 'CONFIRMED']);
  });

  it('is cancelled when an operator rejects it', async () => {
    const bought = await buy(LARGE);
    await shop.comesTo('IN_REVIEW', bought.orderId);
    expect(await review(bought.orderId, 'reject')).toBe(202);
    await expectEnd(bought, 'review_rejected');
    expect(await review(bought.orderId, 'approve')).toBe(409);
  });

  it('has one outcome when two operators decide at once, and each is told', async () => {
    const bought = await buy(LARGE);
    await shop.comesTo('IN_REVIEW', bought.orderId);
    const [approved, rejected] = await Promise.all([
      review(bought.orderId, 'approve'),
      review(bought.orderId, 'reject'),
    ]);
    expect(new Set([approved, rejected])).toEqual(new Set([202, 409]));
    await expectEnd(bought, approved === 202 ? undefined : 'review_rejected');
  });

  it('takes a decision that comes before it waits', async () => {
    const bought = await buy(LARGE);
    expect(await review(bought.orderId, 'reject')).toBe(202);
    await expectEnd(bought, 'review_rejected');
  });

  it('is nobody’s to decide but an operator’s, and nothing that there is not', async () => {
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

describe.concurrent('an order whose payment the shopper has to authenticate', () => {
  it('is confirmed when the shopper does', async () => {
    const bought = await buy(AUTHENTICATED);
    await authenticateOrder(bought.orderId, 'authenticate');
    await expectEnd(bought);
  });

  it('is cancelled when that fails', async () => {
    const bought = await buy(AUTHENTICATED);
    await authenticateOrder(bought.orderId, 'fail');
    await expectEnd(bought, 'payment_declined');
  });

  it('may be large too: approved first, authenticated then', async () => {
    const bought = await buy({ ...LARGE, ...AUTHENTICATED });
    await shop.comesTo('IN_REVIEW', bought.orderId);
    expect(await review(bought.orderId, 'approve')).toBe(202);
    await authenticateOrder(bought.orderId, 'authenticate');
    await expectEnd(bought);
  });
});

describe.concurrent('an order that its shopper cancels', () => {
  it.each<[string, Wanted, 'IN_REVIEW' | 'AWAITING_PAYMENT']>([
    ['in review', LARGE, 'IN_REVIEW'],
    ['before its payment is authenticated', AUTHENTICATED, 'AWAITING_PAYMENT'],
  ])('%s ends at once, and one need not ask twice', async (_, wanted, status) => {
    const bought = await buy(wanted);
    await shop.comesTo(status, bought.orderId);
    expect(await Promise.all([cancel(bought.orderId), cancel(bought.orderId)])).toEqual([202, 202]);
    await expectEnd(bought, 'customer_request');
    expect(await review(bought.orderId, 'approve')).toBe(409);
  });

  it('a moment after it was placed ends one way or the other, and says which', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => buy({})));
    for (const bought of all) {
      const answer = await cancel(bought.orderId);
      expect([202, 409]).toContain(answer);
      await expectEnd(bought, answer === 202 ? 'customer_request' : undefined);
    }
  });

  it('too late, once something has left, goes on', async () => {
    const bought = await buy({});
    await shop.comesTo('SHIPPED', bought.orderId);
    expect(await cancel(bought.orderId)).toBe(409);
    await expectEnd(bought);
  });

  it('is none of somebody else', async () => {
    const bought = await buy(LARGE);
    expect(await cancel(bought.orderId, 'secondShopper')).toBe(404);
    expect(await cancel(bought.orderId)).toBe(202);
    await expectEnd(bought, 'customer_request');
  });
});

describe.concurrent('an order to where nobody goes', () => {
  it('is cancelled before anything is paid', async () => {
    const bought = await buy({ country: 'AQ' });
    await expectEnd(bought, 'shipping_unavailable');
    expect(await shop.paymentRecordsOf(bought.orderId)).toEqual([]);
  });
});

describe.concurrent('an order that nobody does anything about', () => {
  it('is cancelled when no operator looks at it in time, and can not be approved then', async () => {
    await expectEnd(forgotten.review, 'review_timeout');
    expect(await review(forgotten.review.orderId, 'approve')).toBe(409);
  }, 300_000);

  it('is cancelled when its shopper never authenticates the payment', async () => {
    await expectEnd(forgotten.payment, 'payment_timeout');
    expect(await cancel(forgotten.payment.orderId)).toBe(202);
  }, 300_000);
});
