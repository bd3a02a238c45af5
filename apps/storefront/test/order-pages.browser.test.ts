import type { Page } from 'playwright-core';
import { useBrowserStage } from './browser-stage.ts';
import type { FakeOrder } from './fake-order.ts';
import { describeScenes } from './scenes.ts';
import type { Scene } from './scenes.ts';

const stage = useBrowserStage();

const down = { status: 503, title: 'The catalog is unavailable', detail: 'It will be back in a minute.' };
const tents = (quantity: number) => [{ sku: 'TENT-RIDGE-2P', quantity }];

interface Placed {
  readonly lines?: Parameters<typeof stage.api.shop.place>[0];
  readonly method?: string;
  readonly country?: string;
  /** Changes to the order before the page is opened. */
  readonly then?: (order: FakeOrder) => void;
}

/** Places an order. Returns the path of its page. */
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

/** An order that is in review because of its total. */
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
  await page.getByRole('button', { name: 'Cancel the order' }).click();
};

const beginReturn = async (page: Page) => {
  await page.getByRole('button', { name: 'Return items' }).click();
  await page.getByLabel('Ridge 2 Trekking Tent').selectOption('1');
};

const requestReturn = async (page: Page) => {
  await beginReturn(page);
  await page.getByRole('button', { name: 'Request return' }).click();
};

const scenes: readonly Scene[] = [
  { name: 'orders-signed-out', path: '/orders', shows: 'Sign in required' },
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
    shows: 'Action required',
  },
  { name: 'order-confirmed', path: orderPage({ then: confirmed }), signedIn: true, shows: 'Order confirmed' },
  {
    name: 'order-declined',
    path: orderPage({ method: 'pm_card_visa_chargeDeclined' }),
    signedIn: true,
    shows: 'The payment was declined. Nothing was charged.',
  },
  { name: 'order-undone', path: orderPage({ country: 'IS' }), signedIn: true, shows: /No carrier ships/ },
  {
    name: 'order-moving',
    path: orderPage(),
    signedIn: true,
    before: () => (stage.api.shop.retryAfter = '60'),
    shows: 'Order in progress',
  },
  { name: 'order-in-review', path: inReview, signedIn: true, shows: /We review large orders/ },
  {
    name: 'order-review-rejected',
    path: orderPage({ lines: tents(20), then: (order) => order.cancel('review_rejected') }),
    signedIn: true,
    shows: 'We reviewed this order and can’t accept it. Nothing was charged.',
  },
  {
    name: 'order-awaiting-payment',
    path: orderPage({ method: authenticate }),
    signedIn: true,
    shows: 'Authenticate payment',
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
    name: 'order-cancel-question',
    path: inReview,
    signedIn: true,
    before: () => stage.api.letFail({ call: 'POST /orders/', outcome: 'hang' }),
    then: cancel,
    shows: 'Cancelling …',
  },
  {
    name: 'order-cancel-failed',
    path: inReview,
    signedIn: true,
    before: () => stage.api.letFail({ call: 'POST /orders/', outcome: { ...down, title: 'Orders are unavailable' } }),
    then: cancel,
    shows: 'The order could not be cancelled',
  },
  { name: 'order-cancel-requested', path: inReview, signedIn: true, then: cancel, shows: 'Cancellation requested' },
  {
    name: 'order-cancel-asks-warehouse',
    path: orderPage({ then: confirmed }),
    signedIn: true,
    then: cancel,
    shows: 'We check with the warehouse.',
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
    shows: 'Already shipped',
  },
  {
    name: 'order-cancelled-by-shopper',
    path: orderPage({ method: authenticate }),
    signedIn: true,
    then: async (page) => {
      await cancel(page);
      await waitFor(page, 'Cancellation requested');
      theOrder().cancel('customer_request');
    },
    shows: 'You cancelled this order. Nothing was charged.',
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
    shows: 'Nobody accepted this parcel',
  },
  {
    name: 'order-completed',
    path: orderPage({ then: (order) => order.complete() }),
    signedIn: true,
    shows: 'Return items',
  },
  {
    name: 'return-form',
    path: orderPage({ lines: [...tents(2), { sku: 'MUG-ENAMEL-SPRUCE', quantity: 1 }], then: (it) => it.complete() }),
    signedIn: true,
    then: beginReturn,
    shows: 'Refund',
  },
  {
    name: 'return-of-nothing',
    path: orderPage({ then: (order) => order.complete() }),
    signedIn: true,
    then: async (page) => {
      await page.getByRole('button', { name: 'Return items' }).click();
      await page.getByRole('button', { name: 'Request return' }).click();
    },
    shows: 'Choose a quantity',
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
    then: requestReturn,
    shows: 'These items can’t be returned',
  },
  {
    name: 'return-announced',
    path: orderPage({ lines: tents(2), then: (order) => order.complete() }),
    signedIn: true,
    then: async (page) => {
      await requestReturn(page);
      await waitFor(page, 'Return requested');
    },
    shows: 'Announced',
  },
  { name: 'order-returned', path: orderPage({ then: returned }), signedIn: true, shows: 'Order returned' },
  {
    name: 'order-not-found',
    path: '/orders/ord_00000000000000000000000000000000',
    signedIn: true,
    shows: 'Order not found',
  },
];

/** All items were delivered and returned. */
function returned(order: FakeOrder): void {
  order.complete();
  order.returnAll();
  for (let look = 0; look < 4; look += 1) order.look();
}

describeScenes('the pages of orders', stage, scenes);
