import { randomUUID } from 'node:crypto';
import {
  GetOrder,
  GetPaymentBooks,
  GetStock,
  type Order,
  type OrderId,
  PlaceOrder,
  PutProduct,
  PutStock,
  Sku,
} from '@waypost/contracts';
import { anAddress, asDecided, bodyOf, eventually, type StageClient } from '@waypost/test-kit';

type Shopper = 'shopper' | 'secondShopper';

/** What a story is told with. */
export interface Stage {
  readonly client: StageClient;
  readonly tokens: Readonly<Record<Shopper | 'operator', string>>;
  readonly say: (line: string) => void;
}

export interface Story {
  readonly title: string;
  /** Plays it, and tells how each order must have ended. */
  readonly play: (stage: Stage) => Promise<void>;
}

const PATIENCE = { within: 60_000, every: 250 };

/** The one product of all stories, so that a demo leaves no more than that in the catalogue. */
const sku = Sku.parse('DEMO-LANTERN');

/** There are so many of it now. */
async function lanterns({ client, tokens, say }: Stage, onHand: number): Promise<void> {
  const body = {
    name: 'Demo Lantern',
    description: 'It shines as long as the demo runs.',
    category: 'cooking',
    price: { amount: 4900, currency: 'EUR' },
  } as const;
  const token = tokens.operator;
  bodyOf(await client.call(PutProduct, { parameters: { sku }, body, token }));
  bodyOf(await client.call(PutStock, { parameters: { sku }, body: { warehouse: 'north', onHand }, token }));
  say(`There ${onHand === 1 ? 'is one lantern' : `are ${onHand} lanterns`} in the north, at 49.00 €.`);
}

async function buy({ client, tokens, say }: Stage, who: Shopper, paymentMethod: string): Promise<Order> {
  const body = { lines: [{ sku, quantity: 1 }], shippingAddress: anAddress(), paymentMethod };
  const idempotencyKey = randomUUID();
  const place = { body, idempotencyKey, token: tokens[who] };
  // The order service hears of a new product a moment after the catalogue.
  const { orderId } = await eventually(async () => bodyOf(await client.call(PlaceOrder, place)), PATIENCE);
  say(`${who === 'shopper' ? 'Ada' : 'Ben'} orders one with ${paymentMethod}: ${orderId}`);
  return eventually(async () => {
    const order = bodyOf(await client.call(GetOrder, { parameters: { id: orderId }, token: tokens[who] }));
    if (order.status === 'PLACED') throw new Error(`${orderId} is still moving`);
    return asDecided(order);
  }, PATIENCE);
}

async function tellWhatIsLeft({ client, tokens, say }: Stage, orderId: OrderId): Promise<void> {
  const { items } = bodyOf(await client.call(GetPaymentBooks, { query: { orderId }, token: tokens.operator }));
  const books = items.map(({ status, amountReceived }) => `${status}, ${amountReceived / 100} € received`);
  const { available } = bodyOf(await client.call(GetStock, { parameters: { sku } }));
  say(`The provider's books: ${books.join('; ') || 'nothing'}. Available now: ${available}.`);
}

function mustBe(order: Order, ended: string): void {
  const { orderId, status, reason } = order;
  const is = reason ? `${status}, ${reason}` : status;
  if (is !== ended) throw new Error(`${orderId} is ${is}, but the story goes: ${ended}`);
}

export const stories: readonly Story[] = [
  {
    title: 'Bought',
    play: async (stage) => {
      await lanterns(stage, 3);
      const order = await buy(stage, 'shopper', 'pm_card_visa');
      mustBe(order, 'CONFIRMED');
      await tellWhatIsLeft(stage, order.orderId);
    },
  },
  {
    title: 'Sold out',
    play: async (stage) => {
      await lanterns(stage, 1);
      mustBe(await buy(stage, 'secondShopper', 'pm_card_visa'), 'CONFIRMED');
      const late = await buy(stage, 'shopper', 'pm_card_visa');
      mustBe(late, 'CANCELLED, out_of_stock');
      await tellWhatIsLeft(stage, late.orderId);
    },
  },
  {
    title: 'Declined',
    play: async (stage) => {
      await lanterns(stage, 2);
      const order = await buy(stage, 'shopper', 'pm_card_visa_chargeDeclined');
      mustBe(order, 'CANCELLED, payment_declined');
      await tellWhatIsLeft(stage, order.orderId);
    },
  },
];
