import type {
  Address,
  Cart,
  Category,
  Money,
  Order,
  OrderStatus,
  OrderSummary,
  Payment,
  Product,
  Shipment,
  StockLevel,
} from '@waypost/contracts';
import type { Client } from './client.ts';
import { statusOf } from './problem.ts';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string;
}

/** What an order is made of: lines, or the cart that holds them. */
export type Ordered =
  | { readonly lines: readonly { readonly sku: string; readonly quantity: number }[]; readonly cartId?: never }
  | { readonly cartId: string; readonly lines?: never };

export type PlaceOrderRequest = Ordered & {
  readonly shippingAddress: Address;
  readonly paymentMethod: string;
};

/** So many of one product come back. */
export interface ReturnedLine {
  readonly sku: string;
  readonly quantity: number;
}

/** What a list of products leaves out; as the API takes it. */
export interface ProductFilter {
  readonly query?: string | undefined;
  readonly category?: Category | undefined;
  /** In minor units. */
  readonly maxPrice?: number | undefined;
  readonly available?: 'true' | undefined;
}

export interface PlacedOrder {
  readonly orderId: string;
  readonly status: OrderStatus;
  readonly total: Money;
}

/** An order that takes note of a wish. */
export type OrderMoves = Pick<PlacedOrder, 'orderId' | 'status'>;

/** All that is known of an order at one moment. */
export interface OrderProgress {
  readonly order: Order;
  /** Absent until the payment service has heard of the order. */
  readonly payment: Payment | undefined;
  readonly shipments: readonly Shipment[];
  /** Milliseconds until it is worth looking again; absent when the order has come to rest. */
  readonly lookAgainIn: number | undefined;
}

export type Shop = ReturnType<typeof createShop>;

const moving: ReadonlySet<OrderStatus> = new Set(['PLACED', 'IN_REVIEW', 'AWAITING_PAYMENT']);

/** Not decided yet, whoever it waits for. */
export const isMoving = (status: OrderStatus): boolean => moving.has(status);

const atRest: ReadonlySet<OrderStatus> = new Set(['COMPLETED', 'CANCELLED', 'RETURNED']);

/** Nothing more happens with it, unless something of it is sent back. */
export const isAtRest = (status: OrderStatus): boolean => atRest.has(status);

/** Nothing of it has left as far as the order knows: the shopper may ask to cancel. */
export const mayCancel = (status: OrderStatus): boolean => isMoving(status) || status === 'CONFIRMED';

const isUnderWay = ({ status, returns }: Order): boolean =>
  !isAtRest(status) || returns.some((each) => each.status !== 'REFUNDED');

const withoutRetryAfter = 2000;

const cartPath = (cartId: string) => `/carts/${encodeURIComponent(cartId)}`;

/** The shop's API in the words of the pages. */
export function createShop(ask: Client) {
  const get = async <Body>(path: string, signal?: AbortSignal) => (await ask<Body>(path, { signal })).body;

  return {
    async listProducts(filter: ProductFilter & { cursor?: string | undefined }, signal?: AbortSignal) {
      return (await ask<Page<Product>>('/products', { query: { ...filter, limit: 12 }, signal })).body;
    },

    getProduct: (sku: string, signal?: AbortSignal) => get<Product>(`/products/${encodeURIComponent(sku)}`, signal),

    getStock: (sku: string, signal?: AbortSignal) => get<StockLevel>(`/stock/${encodeURIComponent(sku)}`, signal),

    getCart: (cartId: string, signal?: AbortSignal) => get<Cart>(cartPath(cartId), signal),

    async putCartItem(cartId: string, sku: string, body: { readonly quantity: number; readonly unitPrice?: Money }) {
      return (await ask<Cart>(`${cartPath(cartId)}/items/${encodeURIComponent(sku)}`, { method: 'PUT', body })).body;
    },

    async deleteCartItem(cartId: string, sku: string) {
      return (await ask<Cart>(`${cartPath(cartId)}/items/${encodeURIComponent(sku)}`, { method: 'DELETE' })).body;
    },

    async claimCart(cartId: string) {
      return (
        await ask<Cart & { readonly leftBehind: readonly string[] }>(`${cartPath(cartId)}/claim`, { method: 'POST' })
      ).body;
    },

    async placeOrder(body: PlaceOrderRequest, idempotencyKey: string) {
      return (await ask<PlacedOrder>('/orders', { method: 'POST', body, idempotencyKey })).body;
    },

    async listOrders(cursor: string | undefined, signal?: AbortSignal) {
      return (await ask<Page<OrderSummary>>('/orders', { query: { cursor, limit: 20 }, signal })).body;
    },

    async requestCancellation(orderId: string) {
      return (await ask<OrderMoves>(`/orders/${encodeURIComponent(orderId)}/cancel`, { method: 'POST' })).body;
    },

    async requestReturn(orderId: string, lines: readonly ReturnedLine[], idempotencyKey: string) {
      const path = `/orders/${encodeURIComponent(orderId)}/returns`;
      return (await ask<{ returnId: string; refund: Money }>(path, { method: 'POST', body: { lines }, idempotencyKey }))
        .body;
    },

    async readOrder(orderId: string, signal?: AbortSignal): Promise<OrderProgress> {
      const id = encodeURIComponent(orderId);
      const { body: order, lookAgainIn } = await ask<Order>(`/orders/${id}`, { signal });
      // The steps in between come from services that learn of the order later; without them the page shows less, and no error.
      const [payment, shipments] = await Promise.all([
        get<Payment>(`/payments/${id}`, signal).catch(whenAnswered(undefined)),
        ask<Page<Shipment>>('/shipments', { query: { orderId }, signal })
          .then(({ body }) => body.items)
          .catch(whenAnswered([])),
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

/** Takes a refusal for "nothing to tell yet", but lets a lost session be seen. */
const whenAnswered =
  <Nothing>(nothing: Nothing) =>
  (error: unknown): Nothing => {
    if (statusOf(error) === 401) throw error;
    return nothing;
  };
