import { createLedger } from './ledger.ts';
import type { Client } from './client.ts';
import { answerTo } from './client.ts';
import type { components as Catalog } from './generated/catalog.ts';
import type { components as Inventory } from './generated/inventory.ts';
import type { components as Orders, operations as OrderOperations } from './generated/order.ts';
import type { components as Payments } from './generated/payment.ts';
import type { components as Shipping } from './generated/shipping.ts';
import { statusOf } from './problem.ts';
import { createTrips } from './trips.ts';

export type Product = Catalog['schemas']['Product'];
export type Category = Catalog['schemas']['Category'];
export type Season = Catalog['schemas']['Season'];
export type Money = Catalog['schemas']['Money'];
export type StockLevel = Inventory['schemas']['StockLevel'];
export type Address = Orders['schemas']['Address'];
export type Cart = Orders['schemas']['Cart'];
export type CartLine = Orders['schemas']['CartLine'];
export type Order = Orders['schemas']['Order'];
export type OrderReturn = Orders['schemas']['OrderReturn'];
export type OrderStatus = Orders['schemas']['OrderStatus'];
export type OrderSummary = Orders['schemas']['OrderSummary'];
export type CancelReason = Orders['schemas']['CancelReason'];
export type Parcel = Orders['schemas']['Parcel'];
export type ParcelStatus = Orders['schemas']['ParcelStatus'];
export type ReturnStatus = Orders['schemas']['ReturnStatus'];
export type Payment = Payments['schemas']['Payment'];
export type Shipment = Shipping['schemas']['Shipment'];

type BodyOf<Operation extends { requestBody: { content: { 'application/json': unknown } } }> =
  Operation['requestBody']['content']['application/json'];

/** Content of an order: lines, or the cart that holds them. */
export type Ordered =
  { readonly lines: ReturnedLine[]; readonly cartId?: never } | { readonly cartId: string; readonly lines?: never };

export type PlaceOrderRequest = Ordered & {
  readonly shippingAddress: Address;
  readonly paymentMethod: string;
};

/** Returned quantity of a product. */
export interface ReturnedLine {
  readonly sku: string;
  readonly quantity: number;
}

/** Filters of a product list, as the API takes them. */
export interface ProductFilter {
  readonly query?: string | undefined;
  readonly category?: Category | undefined;
  readonly season?: Season | undefined;
  /** In minor units. */
  readonly maxPrice?: number | undefined;
  readonly available?: 'true' | undefined;
}

/** An order with its payment and shipments, as of one moment. */
export interface OrderProgress {
  readonly order: Order;
  /** Absent until the payment service has a payment for the order. */
  readonly payment: Payment | undefined;
  readonly shipments: readonly Shipment[];
  /** Milliseconds until the next poll. Absent when the order has a final status. */
  readonly lookAgainIn: number | undefined;
}

export type Shop = ReturnType<typeof createShop>;

const moving: ReadonlySet<OrderStatus> = new Set(['PLACED', 'IN_REVIEW', 'AWAITING_PAYMENT']);

/** Statuses of an order that is not yet confirmed or cancelled. */
export const isMoving = (status: OrderStatus): boolean => moving.has(status);

const atRest: ReadonlySet<OrderStatus> = new Set(['COMPLETED', 'CANCELLED', 'RETURNED']);

/** Statuses of an order that changes no more, except by returns. */
export const isAtRest = (status: OrderStatus): boolean => atRest.has(status);

/** Tells whether the shopper may request a cancellation: as far as the order knows, nothing was shipped. */
export const mayCancel = (status: OrderStatus): boolean => isMoving(status) || status === 'CONFIRMED';

const isUnderWay = ({ status, returns }: Order): boolean =>
  !isAtRest(status) || returns.some((each) => each.status !== 'REFUNDED');

const withoutRetryAfter = 2000;

/** Client of the shop's API. */
export function createShop(client: Client) {
  return {
    trips: createTrips(client),
    ledger: createLedger(client),

    async listProducts(
      { query: words, category, season, maxPrice, available, cursor }: ProductFilter & { cursor?: string | undefined },
      signal?: AbortSignal,
    ) {
      const query = {
        ...(words && { query: words }),
        ...(category && { category }),
        ...(season && { season }),
        ...(maxPrice && { maxPrice }),
        ...(available && { available }),
        ...(cursor && { cursor }),
        limit: 12,
      };
      return (await answerTo(client.GET('/products', { params: { query }, ...until(signal) }))).body;
    },

    async getProduct(sku: string, signal?: AbortSignal) {
      return (await answerTo(client.GET('/products/{sku}', { params: { path: { sku } }, ...until(signal) }))).body;
    },

    async getStock(sku: string, signal?: AbortSignal) {
      return (await answerTo(client.GET('/stock/{sku}', { params: { path: { sku } }, ...until(signal) }))).body;
    },

    async getCart(id: string, signal?: AbortSignal) {
      return (await answerTo(client.GET('/carts/{id}', { params: { path: { id } }, ...until(signal) }))).body;
    },

    async putCartItem(id: string, sku: string, body: BodyOf<OrderOperations['putCartItem']>) {
      return (await answerTo(client.PUT('/carts/{id}/items/{sku}', { params: { path: { id, sku } }, body }))).body;
    },

    async deleteCartItem(id: string, sku: string) {
      return (await answerTo(client.DELETE('/carts/{id}/items/{sku}', { params: { path: { id, sku } } }))).body;
    },

    async claimCart(id: string) {
      return (await answerTo(client.POST('/carts/{id}/claim', { params: { path: { id } } }))).body;
    },

    async placeOrder(body: PlaceOrderRequest, idempotencyKey: string) {
      return (await answerTo(client.POST('/orders', { params: { header: keyed(idempotencyKey) }, body }))).body;
    },

    async listOrders(cursor: string | undefined, signal?: AbortSignal) {
      const query = { ...(cursor && { cursor }), limit: 20 };
      return (await answerTo(client.GET('/orders', { params: { query }, ...until(signal) }))).body;
    },

    async requestCancellation(id: string) {
      return (await answerTo(client.POST('/orders/{id}/cancel', { params: { path: { id } } }))).body;
    },

    async requestReturn(id: string, lines: readonly ReturnedLine[], idempotencyKey: string) {
      const params = { path: { id }, header: keyed(idempotencyKey) };
      return (await answerTo(client.POST('/orders/{id}/returns', { params, body: { lines: [...lines] } }))).body;
    },

    async readOrder(id: string, signal?: AbortSignal): Promise<OrderProgress> {
      const path = { params: { path: { id } }, ...until(signal) };
      const { body: order, lookAgainIn } = await answerTo(client.GET('/orders/{id}', path));
      const { orderId } = order;
      // Other services learn of the order later. Without their data, the page shows less, and no error.
      const [payment, shipments] = await Promise.all([
        answerTo(client.GET('/payments/{id}', path)).then(({ body }) => body, whenAnswered(undefined)),
        answerTo(client.GET('/shipments', { params: { query: { orderId } }, ...until(signal) })).then(
          ({ body }) => body.items,
          whenAnswered([]),
        ),
      ]);
      return {
        order,
        payment,
        shipments,
        lookAgainIn: lookAgainIn ?? (isUnderWay(order) ? withoutRetryAfter : undefined),
      };
    },
  };
}

const until = (signal: AbortSignal | undefined) => (signal ? { signal } : {});

const keyed = (idempotencyKey: string) => ({ 'Idempotency-Key': idempotencyKey });

/** Returns undefined for a client error, except for an expired session, which is thrown. */
const whenAnswered =
  <Nothing>(nothing: Nothing) =>
  (error: unknown): Nothing => {
    if (statusOf(error) === 401) throw error;
    return nothing;
  };
