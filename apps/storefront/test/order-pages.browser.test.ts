import type { Page } from 'playwright-core';
import { useBrowserStage } from './browser-stage.ts';
import type { FakeOrder } from './fake-order.ts';
import { describeScenes } from './scenes.ts';
import type { Scene } from './scenes.ts';

const stage = useBrowserStage();

const down = { status: 503, title: 'The catalogue is resting', detail: 'It will be back in a minute.' };
const tents = (quantity: number) => [{ sku: 'TENT-RIDGE-2P', quantity }];

interface Placed {
  readonly lines?: Parameters<typeof stage.api.shop.place>[0];
  readonly method?: string;
  readonly country?: string;
  /** What became of it before anybody looks. */
  readonly then?: (order: FakeOrder) => void;
}

/** An order is there; its page's path. */
const orderPage =
  ({ lines = tents(1), method, country, then }: Placed = {}) =>
  () => {
    const order = stage.api.shop.place(lines, { ...(method && { method }), ...(country && { country }) });
    then?.(order);
    return `/orders/${order.orderId}`;
  };

const authenticate = 'pm_card_authenticationRequired';
const waitFor = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const theOrder = () => stage.api.shop.onlyOrder();

/** A person looks at it, since it is large. */
const inReview = orderPage({ lines: tents(20) });
const confirmed = (order: FakeOrder) => {
  for (let look = 0; look < 9; look += 1) order.look();
};
/** Each warehouse has one of the two tents. */
const fromBoth =
  (then: (order: FakeOrder) => void): (() => string) =>
  () => {
    stage.api.shop.products = stage.api.shop.products.map((product) => ({ ...product, stock: { north: 1, south: 1 } }));
    return orderPage({ lines: tents(2), then })();
  };

const cancel = async (page: Page) => {
  await page.getByRole('button', { name: 'Cancel this order' }).click();
  await page.getByRole('button', { name: 'Yes, cancel it' }).click();
};

const beginReturn = async (page: Page) => {
  await page.getByRole('button', { name: 'Send something back' }).click();
  await page.getByLabel('Ridge 2 Trekking Tent').selectOption('1');
};

const sendBack = async (page: Page) => {
  await beginReturn(page);
  await page.getByRole('button', { name: 'Send it back' }).click();
};

const scenes: readonly Scene[] = [
  { name: 'orders-signed-out', path: '/orders', shows: 'Sign in first' },
  { name: 'orders-none', path: '/orders', signedIn: true, shows: 'No orders yet' },
  {
    name: 'orders-loading',
    path: '/orders',
    signedIn: true,
    before: () => stage.api.letFail({ call: 'GET /orders', outcome: 'hang' }),
    shows: 'Your orders',
  },
  {
    name: 'orders-failing',
    path: '/orders',
    signedIn: true,
    before: () => stage.api.letFail({ call: 'GET /orders', outcome: down, times: 9 }),
    shows: 'It is our fault, not yours.',
  },
  {
    name: 'orders',
    path: () => {
      orderPage({ then: confirmed })();
      orderPage({ lines: [{ sku: 'LANTERN-KEEPER', quantity: 2 }], then: confirmed })();
      orderPage({ lines: tents(20), then: confirmed })();
      orderPage({ method: authenticate, then: confirmed })();
      orderPage({ then: (order) => order.tellParcel('DISPATCHED') })();
      orderPage({ then: (order) => order.tellParcel('DELIVERED') })();
      orderPage({ then: (order) => order.complete() })();
      orderPage({ then: returned })();
      orderPage({ lines: [...tents(1), { sku: 'MUG-ENAMEL-SPRUCE', quantity: 4 }] })();
      return '/orders';
    },
    signedIn: true,
    shows: 'Waiting for you',
  },
  { name: 'order-confirmed', path: orderPage({ then: confirmed }), signedIn: true, shows: 'It’s yours' },
  {
    name: 'order-declined',
    path: orderPage({ method: 'pm_card_visa_chargeDeclined' }),
    signedIn: true,
    shows: 'The payment was declined. Nothing was charged.',
  },
  { name: 'order-undone', path: orderPage({ country: 'IS' }), signedIn: true, shows: /No carrier goes/ },
  {
    name: 'order-moving',
    path: orderPage(),
    signedIn: true,
    before: () => (stage.api.shop.retryAfter = '60'),
    shows: 'We are on it',
  },
  { name: 'order-in-review', path: inReview, signedIn: true, shows: /A person looks at it, since it is large/ },
  {
    name: 'order-review-rejected',
    path: orderPage({ lines: tents(20), then: (order) => order.cancel('review_rejected') }),
    signedIn: true,
    shows: 'We looked at this order and can’t take it. Nothing was charged.',
  },
  {
    name: 'order-awaiting-payment',
    path: orderPage({ method: authenticate }),
    signedIn: true,
    shows: 'Authenticate the payment',
  },
  {
    name: 'order-authentication-timed-out',
    path: orderPage({
      method: authenticate,
      then: (order) => {
        confirmed(order);
        order.cancel('payment_timeout');
      },
    }),
    signedIn: true,
    shows: 'The payment was not authenticated in time. Nothing was charged.',
  },
  {
    name: 'order-cancel-question',
    path: inReview,
    signedIn: true,
    then: (page) => page.getByRole('button', { name: 'Cancel this order' }).click(),
    shows: 'Cancel this order?',
  },
  {
    name: 'order-cancel-asking',
    path: inReview,
    signedIn: true,
    before: () => stage.api.letFail({ call: 'POST /orders/', outcome: 'hang' }),
    then: cancel,
    shows: 'Asking …',
  },
  {
    name: 'order-cancel-failed',
    path: inReview,
    signedIn: true,
    before: () => stage.api.letFail({ call: 'POST /orders/', outcome: { ...down, title: 'Orders are resting' } }),
    then: cancel,
    shows: 'We could not take your cancellation',
  },
  { name: 'order-cancel-requested', path: inReview, signedIn: true, then: cancel, shows: 'You asked us to cancel' },
  {
    name: 'order-cancel-asks-warehouse',
    path: orderPage({ then: confirmed }),
    signedIn: true,
    then: cancel,
    shows: 'We ask the warehouse.',
  },
  {
    name: 'order-cancel-too-late',
    path: orderPage({ then: confirmed }),
    signedIn: true,
    then: async (page) => {
      stage.api.letFail({ call: 'POST /orders/', outcome: { status: 409, title: 'Conflict' } });
      await cancel(page);
      theOrder().tellParcel('DISPATCHED');
    },
    shows: 'It has left already',
  },
  {
    name: 'order-cancelled-by-shopper',
    path: orderPage({ method: authenticate }),
    signedIn: true,
    then: async (page) => {
      await cancel(page);
      await waitFor(page, 'You asked us to cancel');
      theOrder().cancel('customer_request');
    },
    shows: 'You asked us to cancel it, and we did. Nothing was charged.',
  },
  {
    name: 'order-packed',
    path: fromBoth((order) => order.tellParcel('PACKED', 'north')),
    signedIn: true,
    shows: 'Your 2 parcels',
  },
  {
    name: 'order-parcels-in-trouble',
    path: fromBoth((order) => {
      order.tellParcel('PACKED');
      order.tellParcel('DISPATCHED');
      order.tellParcel('ADDRESS_PROBLEM', 'north');
      order.tellParcel('LOST', 'south');
    }),
    signedIn: true,
    shows: 'The carrier can’t find the address.',
  },
  {
    name: 'order-parcel-refused',
    path: orderPage({
      then: (order) => {
        order.tellParcel('DISPATCHED');
        order.tellParcel('REFUSED');
      },
    }),
    signedIn: true,
    shows: 'Nobody took this parcel in',
  },
  {
    name: 'order-completed',
    path: orderPage({ then: (order) => order.complete() }),
    signedIn: true,
    shows: 'Send something back',
  },
  {
    name: 'return-form',
    path: orderPage({ lines: [...tents(2), { sku: 'MUG-ENAMEL-SPRUCE', quantity: 1 }], then: (it) => it.complete() }),
    signedIn: true,
    then: beginReturn,
    shows: 'You get back',
  },
  {
    name: 'return-of-nothing',
    path: orderPage({ then: (order) => order.complete() }),
    signedIn: true,
    then: async (page) => {
      await page.getByRole('button', { name: 'Send something back' }).click();
      await page.getByRole('button', { name: 'Send it back' }).click();
    },
    shows: 'Choose how many come back',
  },
  {
    name: 'return-refused',
    path: orderPage({ then: (order) => order.complete() }),
    signedIn: true,
    before: () =>
      stage.api.letFail({
        call: 'POST /orders/',
        outcome: {
          status: 409,
          title: 'Conflict: the resource was modified',
          detail: 'Items can be returned within 30 days of delivery.',
        },
      }),
    then: sendBack,
    shows: 'This can’t come back',
  },
  {
    name: 'return-announced',
    path: orderPage({ lines: tents(2), then: (order) => order.complete() }),
    signedIn: true,
    then: async (page) => {
      await sendBack(page);
      await waitFor(page, 'We know that it comes back');
    },
    shows: 'Announced',
  },
  { name: 'order-returned', path: orderPage({ then: returned }), signedIn: true, shows: 'This order came back' },
  {
    name: 'order-not-found',
    path: '/orders/ord_00000000000000000000000000000000',
    signedIn: true,
    shows: 'This order is not on our map',
  },
];

/** All of it came, and went back. */
function returned(order: FakeOrder): void {
  order.complete();
  order.sendBackAll();
  for (let look = 0; look < 4; look += 1) order.look();
}

describeScenes('the pages of orders', stage, scenes);
