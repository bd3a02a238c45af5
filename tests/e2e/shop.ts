import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
  type CountryCode,
  GetOrder,
  GetPaymentRecords,
  GetStock,
  ListInbox,
  type Mail,
  type Order,
  type OrderId,
  type OrderStatus,
  type ProviderPaymentRecord,
  PlaceOrder,
  PutProduct,
  PutStock,
  Sku,
  type StockLevel,
} from '@waypost/contracts';
import { anAddress, atDecision, bodyOf, eventually, type StageClient, stageClient } from '@waypost/test-kit';

/** Deadline for the decision of an order and its mails on a busy machine. */
export const PATIENCE = { within: 120_000, every: 500 } as const;

export type ShopperName = 'shopper' | 'secondShopper';

export interface OrderRequest {
  readonly lines: readonly { readonly sku: Sku; readonly quantity: number }[];
  readonly paymentMethod?: string;
  readonly by?: ShopperName;
  readonly idempotencyKey?: string;
  /** ISO 3166-1 alpha-2. Default: a country that a carrier ships to. */
  readonly country?: CountryCode;
  /** Street, which determines the outcome of the parcels. */
  readonly line1?: string;
}

/** The running shop, from the view of its shoppers and operators. */
export interface Shop {
  readonly stage: StageClient;
  readonly token: Readonly<Record<ShopperName | 'operator', string>>;
  /** Creates a product that no other test uses, with stock in the northern and the southern warehouse. */
  readonly newProduct: (stock: { readonly north: number; readonly south?: number }) => Promise<Sku>;
  readonly count: (sku: Sku, warehouse: 'north' | 'south', onHand: number) => Promise<void>;
  /** Places an order. A new product may be unknown to the order service for a moment. */
  readonly place: (request: OrderRequest) => Promise<OrderId>;
  /** Waits until an order reached a status. It may be further by then. */
  readonly reaches: (status: OrderStatus, orderId: OrderId, by?: ShopperName) => Promise<Order>;
  /** Waits until an order is decided, and returns it as of that time. */
  readonly decided: (orderId: OrderId, by?: ShopperName) => Promise<Order>;
  readonly stockOf: (sku: Sku) => Promise<StockLevel>;
  readonly paymentRecordsOf: (orderId: OrderId) => Promise<readonly ProviderPaymentRecord[]>;
  /** Mails to the shopper about an order. */
  readonly mailsOf: (orderId: OrderId, to?: ShopperName) => Promise<readonly Mail[]>;
}

/** Opens the shop of the running stage, or of another stage file. */
export async function openShop(stageFile?: string): Promise<Shop> {
  const stage = stageClient(stageFile);
  const [shopper, secondShopper, operator] = await Promise.all([
    stage.signIn('shopper'),
    stage.signIn('secondShopper'),
    stage.signIn('operator'),
  ]);
  const token = { shopper, secondShopper, operator };

  const count: Shop['count'] = async (sku, warehouse, onHand) => {
    const call = { parameters: { sku }, body: { warehouse, onHand }, token: operator };
    bodyOf(await stage.call(PutStock, call));
  };

  return {
    stage,
    token,
    count,
    newProduct: async ({ north, south = 0 }) => {
      const sku = Sku.parse(`TEST-${randomUUID().slice(0, 8).toUpperCase()}`);
      const price = { amount: 1999, currency: 'EUR' } as const;
      const body = { name: `Test ${sku}`, description: 'For journeys', category: 'cooking', price } as const;
      bodyOf(await stage.call(PutProduct, { parameters: { sku }, body, token: operator }));
      await count(sku, 'north', north);
      await count(sku, 'south', south);
      return sku;
    },
    place: async ({
      lines,
      paymentMethod = 'pm_card_visa',
      by = 'shopper',
      idempotencyKey = randomUUID(),
      country,
      line1,
    }) => {
      const shippingAddress = anAddress({ ...(country && { country }), ...(line1 && { line1 }) });
      const body = { lines: [...lines], paymentMethod, shippingAddress };
      const placing = () => stage.call(PlaceOrder, { body, idempotencyKey, token: token[by] });
      return eventually(async () => bodyOf(await placing()).orderId, PATIENCE);
    },
    reaches: (status, orderId, by = 'shopper') =>
      eventually(async () => {
        const order = bodyOf(await stage.call(GetOrder, { parameters: { id: orderId }, token: token[by] }));
        expect(order.history.map((step) => step.status)).toContain(status);
        return order;
      }, PATIENCE),
    decided: (orderId, by = 'shopper') =>
      eventually(async () => {
        const order = atDecision(bodyOf(await stage.call(GetOrder, { parameters: { id: orderId }, token: token[by] })));
        expect(['CONFIRMED', 'CANCELLED']).toContain(order.status);
        return order;
      }, PATIENCE),
    stockOf: async (sku) => bodyOf(await stage.call(GetStock, { parameters: { sku } })),
    paymentRecordsOf: async (orderId) =>
      bodyOf(await stage.call(GetPaymentRecords, { query: { orderId }, token: operator })).items,
    mailsOf: async (orderId, to = 'shopper') => {
      const { email } = stage.stage.users[to];
      const query = { to: email, about: orderId };
      return bodyOf(await stage.call(ListInbox, { query, token: operator })).items;
    },
  };
}

/** Authorized and captured amount at the provider, in minor units. */
export const moneyIn = (books: readonly ProviderPaymentRecord[]): number =>
  books.reduce((sum, book) => sum + book.amountCapturable + book.amountReceived - book.amountRefunded, 0);

/** Units reserved for orders. */
export const reservedIn = ({ warehouses }: StockLevel): number =>
  warehouses.reduce((sum, { reserved }) => sum + reserved, 0);
