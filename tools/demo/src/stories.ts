import { type Order, RequestCancellation, RequestReturn, ReviewOrder } from '@waypost/contracts';
import { authenticate, bodyOf } from '@waypost/test-kit';
import { comesTo, ends, lanterns, order, type Stage } from './shop.ts';
import { bookTrip, nothingIsLeftOf } from './trip.ts';

export interface Story {
  readonly title: string;
  /** Plays it, and fails unless it ended as it must. */
  readonly play: (stage: Stage) => Promise<void>;
}

/** Delivered order of the parcel story, with which the next story starts, since parcels take time. */
let delivered: Order | undefined;

export const stories: readonly Story[] = [
  {
    title: 'Bought',
    play: async (stage) => {
      await lanterns(stage, 3);
      await ends(stage, await order(stage, {}), { order: 'CONFIRMED', paid: 1, left: 2 });
    },
  },
  {
    title: 'Sold out',
    play: async (stage) => {
      await lanterns(stage, 1);
      const first = await order(stage, { by: 'secondShopper' });
      const late = await order(stage, {});
      await ends(stage, first, { order: 'CONFIRMED', paid: 1, left: 0 }, 'secondShopper');
      await ends(stage, late, { order: 'CANCELLED, out_of_stock', paid: 0, left: 0 });
    },
  },
  {
    title: 'Declined',
    play: async (stage) => {
      await lanterns(stage, 2);
      const declined = await order(stage, { paymentMethod: 'pm_card_visa_chargeDeclined' });
      await ends(stage, declined, { order: 'CANCELLED, payment_declined', paid: 0, left: 2 });
    },
  },
  {
    title: 'Authenticated at the bank',
    play: async (stage) => {
      await lanterns(stage, 2);
      const waiting = await order(stage, { paymentMethod: 'pm_card_authenticationRequired' });
      stage.say(`${waiting.status}: Ada goes to her bank's page and says that it is her.`);
      await authenticate(waiting.payment.nextActionUrl, 'authenticate');
      await ends(stage, waiting, { order: 'CONFIRMED', paid: 1, left: 1 });
    },
  },
  {
    title: 'Looked at by a person',
    play: async (stage) => {
      await lanterns(stage, 60);
      const waiting = await order(stage, { quantity: 50 });
      stage.say(`${waiting.status}: Olga, the operator, looks at it and approves.`);
      const review = { parameters: { id: waiting.orderId }, body: { decision: 'approve' } } as const;
      bodyOf(await stage.client.call(ReviewOrder, { ...review, token: stage.tokens.operator }));
      await ends(stage, waiting, { order: 'CONFIRMED', paid: 50, left: 10 });
    },
  },
  {
    title: 'Cancelled after it was confirmed',
    play: async (stage) => {
      await lanterns(stage, 2);
      const bought = await order(stage, {});
      stage.say(`${bought.status}, but nothing has left yet: Ada cancels.`);
      const cancel = { parameters: { id: bought.orderId }, token: stage.tokens.shopper };
      bodyOf(await stage.client.call(RequestCancellation, cancel));
      await ends(stage, bought, { order: 'CANCELLED, customer_request', paid: 0, left: 2 });
    },
  },
  {
    title: 'A trip that undoes itself',
    play: async (stage) => nothingIsLeftOf(stage, await bookTrip(stage, 'pm_card_visa_chargeDeclined')),
  },
  {
    title: 'To the door, from two warehouses',
    play: async (stage) => {
      await lanterns(stage, 1, 1);
      const { orderId } = await order(stage, { quantity: 2 });
      delivered = await comesTo(stage, orderId, ({ status }) => status === 'COMPLETED');
      await ends(stage, delivered, { order: 'COMPLETED', paid: 2, left: 0 });
    },
  },
  {
    title: 'Returned and refunded',
    play: async (stage) => {
      if (!delivered) throw new Error('Nothing was delivered');
      const { orderId, lines } = delivered;
      stage.orders.add(orderId);
      stage.say(`They shine too brightly: Ada sends both back: ${orderId}`);
      const body = { lines: lines.map(({ sku, quantity }) => ({ sku, quantity })) };
      const sendBack = { parameters: { id: orderId }, body, token: stage.tokens.shopper };
      bodyOf(await stage.client.call(RequestReturn, sendBack));
      const returned = await comesTo(stage, orderId, ({ returns }) =>
        returns.some(({ status }) => status === 'REFUNDED'),
      );
      await ends(stage, returned, { order: 'RETURNED', paid: 0, left: 2 });
    },
  },
];
