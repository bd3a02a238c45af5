import { randomUUID } from 'node:crypto';
import {
  GetOrder,
  GetPaymentRecords,
  GetStock,
  type Order,
  type OrderId,
  PlaceOrder,
  PutProduct,
  PutStock,
  Sku,
} from '@waypost/contracts';
import { anAddress, atDecision, bodyOf, eventually, type StageClient } from '@waypost/test-kit';

export type ShopperName = 'shopper' | 'secondShopper';

/** Tools of a story. */
export interface Stage {
  readonly client: StageClient;
  readonly tokens: Readonly<Record<ShopperName | 'operator', string>>;
  readonly say: (line: string) => void;
  /** The orders of this story: events of others are not told in it. */
  readonly orders: Set<string>;
}

const PATIENCE = { within: 60_000, every: 250 };

/** The one product of all stories, so that a demo leaves no more than that in the catalogue. */
const sku = Sku.parse('DEMO-LANTERN');
const PRICE = 4900;

const euros = (cents: number): string => `${(cents / 100).toFixed(2)} €`;
const nameOf = (who: ShopperName): string => (who === 'shopper' ? 'Ada' : 'Ben');

/** There are so many lanterns in each warehouse now. */
export async function lanterns({ client, tokens: { operator: token }, say }: Stage, north: number, south = 0) {
  const body = {
    name: 'Demo Lantern',
    description: 'It shines as long as the demo runs.',
    category: 'cooking',
    price: { amount: PRICE, currency: 'EUR' },
  } as const;
  bodyOf(await client.call(PutProduct, { parameters: { sku }, body, token }));
  for (const [warehouse, onHand] of [['north', north] as const, ['south', south] as const])
    bodyOf(await client.call(PutStock, { parameters: { sku }, body: { warehouse, onHand }, token }));
  say(`Lanterns at ${euros(PRICE)}: ${north} in the north, ${south} in the south.`);
}

export interface Wish {
  readonly by?: ShopperName;
  readonly paymentMethod?: string;
  readonly quantity?: number;
}

/** Orders lanterns, and waits until the order is decided or waits for a person. */
export async function order(stage: Stage, { by = 'shopper', paymentMethod = 'pm_card_visa', quantity = 1 }: Wish) {
  const { client, tokens, say, orders } = stage;
  const body = { lines: [{ sku, quantity }], shippingAddress: anAddress(), paymentMethod };
  const place = { body, idempotencyKey: randomUUID(), token: tokens[by] };
  // The order service learns of a new product a moment after the catalog.
  const { orderId } = await eventually(async () => bodyOf(await client.call(PlaceOrder, place)), PATIENCE);
  orders.add(orderId);
  say(`${nameOf(by)} orders ${quantity} with ${paymentMethod}: ${orderId}`);
  return comesTo(stage, orderId, ({ status }) => status !== 'PLACED', by);
}

/** The order once it is so. */
export function comesTo(
  { client, tokens }: Stage,
  id: OrderId,
  isSo: (order: Order) => boolean,
  by: ShopperName = 'shopper',
): Promise<Order> {
  return eventually(async () => {
    const found = bodyOf(await client.call(GetOrder, { parameters: { id }, token: tokens[by] }));
    if (!isSo(found)) throw new Error(`${id} is still ${found.status}`);
    return found;
  }, PATIENCE);
}

export interface End {
  /** The order's status, and its reason if it has one. One that goes on by itself is taken as it was when it was confirmed. */
  readonly order: string;
  /** Number of lanterns that the shopper paid in the end, from the provider's records. */
  readonly paid: number;
  /** Number of available lanterns, with none reserved. */
  readonly left: number;
}

/** The story ends so: by the order, by the provider's books and by the stock. */
export async function ends(stage: Stage, { orderId }: Order, end: End, by: ShopperName = 'shopper'): Promise<void> {
  const { client, tokens, say } = stage;
  await eventually(async () => {
    const found = bodyOf(await client.call(GetOrder, { parameters: { id: orderId }, token: tokens[by] }));
    const books = bodyOf(await client.call(GetPaymentRecords, { query: { orderId }, token: tokens.operator })).items;
    const { available, warehouses } = bodyOf(await client.call(GetStock, { parameters: { sku } }));
    const money = books.reduce(
      (sum, book) => sum + book.amountCapturable + book.amountReceived - book.amountRefunded,
      0,
    );
    const reserved = warehouses.reduce((sum, warehouse) => sum + warehouse.reserved, 0);
    const is = [inWords(found), inWords(atDecision(found))].includes(end.order) ? end.order : inWords(found);
    const [told, wanted] = [
      `${is}; ${euros(money)} paid; ${available} left, ${reserved} reserved`,
      `${end.order}; ${euros(end.paid * PRICE)} paid; ${end.left} left, 0 reserved`,
    ];
    if (told !== wanted) throw new Error(`${orderId} is ${told}, but the story goes: ${wanted}`);
  }, PATIENCE);
  say(`✔ ${end.order}. By the provider's books ${euros(end.paid * PRICE)} paid; lanterns left: ${end.left}.`);
}

const inWords = ({ status, reason }: Order): string => (reason ? `${status}, ${reason}` : status);
