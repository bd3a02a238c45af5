import { createHash } from 'node:crypto';
import {
  GetOrder,
  GetPayment,
  GetProduct,
  GetStock,
  ListOrders,
  ListProducts,
  ListShipments,
  PlaceOrder,
  RequestCancellation,
  RequestReturn,
} from '@waypost/contracts';
import type { SeedProduct } from '../../../services/catalog/seed/products.ts';
import { products as seed } from '../../../services/catalog/seed/products.ts';
import { FakeBank } from './fake-bank.ts';
import { FakeLedger } from './fake-ledger.ts';
import type { Call, Reply } from './fake-call.ts';
import { FakeCarts } from './fake-carts.ts';
import { FakeIdentity, guestOf, sampleUsers, shopperOf } from './fake-identity.ts';
import { FakeOrder } from './fake-order.ts';
import { Rejected } from './rejected.ts';
import { FakeTrips } from './fake-trips.ts';

const QUICK = '0.3';

/** The services' state and answers. Each look at an order moves it one step, so tests decide the pace. */
export class FakeShop {
  products: readonly SeedProduct[] = seed;
  orders = new Map<string, FakeOrder>();
  /** Seconds until an order that is moving is worth another look. */
  retryAfter = QUICK;
  readonly bank = new FakeBank();
  readonly identity = new FakeIdentity();
  readonly trips = new FakeTrips();
  readonly ledger = new FakeLedger();
  readonly carts = new FakeCarts((sku) => this.products.find((candidate) => candidate.sku === sku));
  #bodies = new Map<string, string>();

  reset(): void {
    this.products = seed;
    this.orders = new Map();
    this.retryAfter = QUICK;
    this.#bodies = new Map();
    this.bank.reset();
    this.identity.reset();
    this.trips.reset();
    this.ledger.reset();
    this.carts.reset();
  }

  /** The one order that a test placed. */
  onlyOrder(): FakeOrder {
    const [order, ...others] = this.orders.values();
    if (!order || others.length > 0) throw new Error(`there are ${this.orders.size} orders`);
    return order;
  }

  /** An order that a shopper placed a moment ago, in a browser that is closed since. */
  place(
    lines: readonly { readonly sku: string; readonly quantity: number }[],
    { method = 'pm_card_visa', country = 'DE' }: { readonly method?: string; readonly country?: string } = {},
  ): FakeOrder {
    const shippingAddress = {
      name: 'Robin Fell',
      line1: 'Höhenweg 12',
      postalCode: '79117',
      city: 'Freiburg',
      country,
    };
    const body = JSON.stringify({ lines, paymentMethod: method, shippingAddress });
    const [shopper] = sampleUsers;
    const request = PlaceOrder.body.parse(JSON.parse(body));
    const orderId = `ord_${createHash('sha256').update(`${this.orders.size}`).digest('hex').slice(0, 32)}`;
    return this.#newOrder(orderId, shopper?.email ?? '', request, body);
  }

  answer(call: Call): Reply {
    const [, collection, id, action, part] = call.path.split('/');
    if (collection === 'carts' && id) return this.carts.answer(call, [id, action, part], guestOf(call));
    if (
      collection === 'destinations' ||
      collection === 'flights' ||
      collection === 'hotels' ||
      collection === 'bookings'
    )
      return this.trips.answer(call);
    if (collection === 'ledger') return this.ledger.answer(call);
    if (collection === 'sandbox') return this.bank.answer(call, (orderId) => this.orders.get(orderId));
    switch (`${call.method} /${collection}${id ? '/{id}' : ''}${action ? `/${action}` : ''}`) {
      case 'POST /cognito':
        return this.identity.answer(call);
      case 'GET /products':
        return this.#listProducts(call.query);
      case 'GET /products/{id}':
        return { status: 200, body: GetProduct.response.parse(this.#product(id)) };
      case 'GET /stock/{id}':
        return this.#stock(id);
      case 'POST /orders':
        return this.#placeOrder(call, shopperOf(call));
      case 'GET /orders':
        return this.#listOrders(shopperOf(call), call.query);
      case 'GET /orders/{id}':
        return this.#getOrder(this.#orderOf(shopperOf(call), id));
      case 'POST /orders/{id}/cancel':
        return requestCancellation(this.#orderOf(shopperOf(call), id));
      case 'POST /orders/{id}/returns':
        return requestReturn(this.#orderOf(shopperOf(call), id), call);
      case 'GET /payments/{id}':
        return {
          status: 200,
          body: GetPayment.response.parse(this.#orderOf(shopperOf(call), id).payment() ?? notFound('payment')),
        };
      case 'GET /shipments':
        return {
          status: 200,
          body: ListShipments.response.parse({
            items: this.#orderOf(shopperOf(call), call.query['orderId']).shipments(),
          }),
        };
      default:
        throw notFound('route');
    }
  }

  #product(sku: string | undefined) {
    const product = this.products.find((candidate) => candidate.sku === sku);
    if (!product) throw notFound('product');
    const { stock, ...shown } = product;
    return { ...shown, available: stock.north + stock.south > 0 };
  }

  #listProducts({
    query = '',
    category,
    season,
    maxPrice = 'Infinity',
    available,
    limit = '20',
    cursor,
  }: Call['query']): Reply {
    const words = query.toLowerCase();
    const found = this.products.filter(
      (product) =>
        (!category || product.category === category) &&
        (!season || product.seasons.some((one) => one === season)) &&
        product.price.amount <= Number(maxPrice) &&
        (!available || product.stock.north + product.stock.south > 0) &&
        `${product.name} ${product.description}`.toLowerCase().includes(words),
    );
    const from = cursor ? Number(Buffer.from(cursor, 'base64url').toString()) : 0;
    const to = from + Number(limit);
    const items = found.slice(from, to).map(({ sku }) => this.#product(sku));
    const next = to < found.length ? { cursor: Buffer.from(String(to)).toString('base64url') } : {};
    return { status: 200, body: ListProducts.response.parse({ items, ...next }) };
  }

  #stock(sku: string | undefined): Reply {
    const { stock } = this.products.find((candidate) => candidate.sku === sku) ?? notFound('product');
    const warehouses = Object.entries(stock).map(([warehouse, onHand]) => ({ warehouse, onHand, reserved: 0 }));
    return { status: 200, body: GetStock.response.parse({ sku, available: stock.north + stock.south, warehouses }) };
  }

  #placeOrder({ body, headers }: Call, shopper: string): Reply {
    const key = headers['idempotency-key'];
    if (!key) throw new Rejected({ status: 400, title: 'Bad request', detail: 'Idempotency-Key is missing.' });
    const request = PlaceOrder.body.safeParse(JSON.parse(body));
    if (!request.success) {
      const errors = request.error.issues.map(({ path, message }) => ({
        pointer: path.map((part) => `/${String(part)}`).join(''),
        detail: message,
      }));
      throw new Rejected({
        status: 400,
        title: 'The request is not valid',
        detail: 'Some fields are not as they have to be.',
        errors,
      });
    }
    const orderId = `ord_${createHash('sha256')
      .update(`${shopper}#${String(key)}`)
      .digest('hex')
      .slice(0, 32)}`;
    if (this.orders.has(orderId) && this.#bodies.get(orderId) !== body) {
      throw new Rejected({
        status: 422,
        title: 'This key was used for another order',
        detail: 'The same Idempotency-Key came with another body before.',
      });
    }
    const order = this.orders.get(orderId) ?? this.#newOrder(orderId, shopper, request.data, body);
    const { status, total } = order.summary();
    return {
      status: 202,
      body: PlaceOrder.response.parse({
        orderId: order.orderId,
        status,
        total,
        links: { self: `/orders/${order.orderId}` },
      }),
    };
  }

  #newOrder(
    orderId: string,
    shopper: string,
    { lines = [], cartId, ...where }: ReturnType<typeof PlaceOrder.body.parse>,
    body: string,
  ): FakeOrder {
    const cart = cartId && this.carts.find(cartId, shopper).cart;
    if (cart && cart.lines.size === 0) return this.#orderedBefore(cart.orderedAs, body);
    const [repriced] = cart ? this.carts.repriced(cart) : [];
    if (repriced)
      throw new Rejected({
        status: 409,
        title: 'A price has changed',
        detail: `Look at the cart again, nothing was ordered: ${repriced} has another price now.`,
      });
    const held = cart ? [...cart.lines].map(([sku, { quantity }]) => ({ sku, quantity })) : lines;
    const order = new FakeOrder(orderId, shopper, { ...where, lines: held }, (sku) =>
      this.products.find((candidate) => candidate.sku === sku),
    );
    if (order.held) this.#take(held);
    if (cart) {
      cart.lines.clear();
      cart.orderedAs = orderId;
    }
    this.orders.set(orderId, order);
    this.#bodies.set(orderId, body);
    return order;
  }

  #take(lines: readonly { readonly sku: string; readonly quantity: number }[]): void {
    this.products = this.products.map((product) => {
      const { north, south } = product.stock;
      const taken = lines.find(({ sku }) => sku === product.sku)?.quantity ?? 0;
      const fromNorth = Math.min(north, taken);
      return { ...product, stock: { north: north - fromNorth, south: south - (taken - fromNorth) } };
    });
  }

  /** Who comes second with the same cart and the same wish gets the first one's order. */
  #orderedBefore(orderId: string | undefined, body: string): FakeOrder {
    const order = this.orders.get(orderId ?? '');
    if (order && this.#bodies.get(order.orderId) === body) return order;
    throw new Rejected({
      status: 409,
      title: 'Conflict: the resource was modified',
      detail: order
        ? 'The items of the cart were ordered already. GET /orders lists the order.'
        : 'The cart is empty. Add an item first.',
    });
  }

  #listOrders(shopper: string, { limit = '20', cursor = '0' }: Call['query']): Reply {
    const mine = [...this.orders.values()].filter((order) => order.shopper === shopper).toReversed();
    const to = Number(cursor) + Number(limit);
    const items = mine.slice(Number(cursor), to).map((order) => order.summary());
    const next = to < mine.length ? { cursor: String(to) } : {};
    return { status: 200, body: ListOrders.response.parse({ items, ...next }) };
  }

  #orderOf(shopper: string, id: string | undefined): FakeOrder {
    const order = this.orders.get(id ?? '');
    if (!order || order.shopper !== shopper) throw notFound('order');
    return order;
  }

  #getOrder(order: FakeOrder): Reply {
    order.look();
    const body = GetOrder.response.parse(order.order(this.bank.pageOf(order.orderId)));
    const headers = { etag: `"${order.step}"`, ...(order.isMoving() && { 'retry-after': this.retryAfter }) };
    return { status: 200, headers, body };
  }
}

function requestCancellation(order: FakeOrder): Reply {
  if (order.requestCancellation() === 'too late')
    throw new Rejected({ status: 409, title: 'Conflict', detail: 'The order is confirmed already.' });
  const { orderId, status } = order.summary();
  return {
    status: 202,
    body: RequestCancellation.response.parse({ orderId, status, links: { self: `/orders/${orderId}` } }),
  };
}

function requestReturn(order: FakeOrder, { body, headers }: Call): Reply {
  const key = headers['idempotency-key'];
  if (!key) throw new Rejected({ status: 400, title: 'Bad request', detail: 'Idempotency-Key is missing.' });
  const { returnId, refund } = order.requestReturn(String(key), body, RequestReturn.body.parse(JSON.parse(body)));
  const { orderId } = order;
  return {
    status: 202,
    body: RequestReturn.response.parse({ orderId, returnId, refund, links: { self: `/orders/${orderId}` } }),
  };
}

function notFound(what: string): never {
  throw new Rejected({ status: 404, title: 'Not found', detail: `There is no such ${what}.` });
}
