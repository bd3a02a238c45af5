import { createHash } from 'node:crypto';
import {
  CART_LINES,
  type CartChange,
  ClaimCart,
  DeleteCartItem,
  GetCart,
  type Money,
  PutCartItem,
} from '@waypost/contracts';
import type { SeedProduct } from '../../../services/catalog/seed/products.ts';
import type { Call, Reply } from './fake-call.ts';
import { Rejected } from './rejected.ts';

interface FakeCart {
  readonly lines: Map<string, { quantity: number; previousPrice: Money }>;
  claimedBy?: string;
  /** Order that was placed with the cart. */
  orderedAs?: string;
}

/** Carts with the behavior of the order service. */
export class FakeCarts {
  readonly #carts = new Map<string, FakeCart>();
  readonly #productOf: (sku: string) => SeedProduct | undefined;

  constructor(productOf: (sku: string) => SeedProduct | undefined) {
    this.#productOf = productOf;
  }

  reset(): void {
    this.#carts.clear();
  }

  /** `shopper` is undefined for a guest. */
  answer(
    { method, body }: Call,
    [id, action, sku]: readonly [id: string, action: string | undefined, sku: string | undefined],
    shopper?: string,
  ): Reply {
    switch (`${method} ${action ?? ''}`) {
      case 'GET ': {
        const { cartId } = this.find(id, shopper);
        return { status: 200, body: GetCart.response.parse(this.#view(cartId)) };
      }
      case 'PUT items':
        return this.#put(id, sku ?? '', PutCartItem.body.parse(JSON.parse(body)), shopper);
      case 'DELETE items': {
        const { cartId, cart } = this.find(id, shopper);
        cart.lines.delete(sku ?? '');
        return { status: 200, body: DeleteCartItem.response.parse(this.#view(cartId)) };
      }
      case 'POST claim':
        return this.#claim(id, shopper ?? '');
      default:
        throw notFound();
    }
  }

  /** Returns the requested cart, or an error if it belongs to another shopper or doesn't exist. */
  find(id: string, shopper?: string): { cartId: string; cart: FakeCart } {
    const own = shopper && ownCartOf(shopper);
    if (id === own) return { cartId: id, cart: this.#carts.get(id) ?? this.#begin(id) };
    const cart = this.#carts.get(id);
    if (!cart || id.startsWith('own_')) throw notFound();
    if (!cart.claimedBy) return { cartId: id, cart };
    if (cart.claimedBy !== shopper || !own) throw notFound();
    return this.find(own, shopper);
  }

  /** Lines whose price differs from the one that the shopper saw. */
  repriced({ lines }: FakeCart): string[] {
    return [...lines].flatMap(([sku, { previousPrice }]) =>
      this.#productOf(sku)?.price.amount === previousPrice.amount ? [] : [sku],
    );
  }

  #begin(id: string): FakeCart {
    const cart: FakeCart = { lines: new Map() };
    this.#carts.set(id, cart);
    return cart;
  }

  #put(
    id: string,
    sku: string,
    { quantity, unitPrice }: { quantity: number; unitPrice?: Money | undefined },
    shopper?: string,
  ): Reply {
    const product = this.#productOf(sku);
    if (!product) throw new Rejected({ status: 404, title: 'Not found', detail: `The product ${sku} doesn't exist.` });
    if (!this.#carts.has(id) && !id.startsWith('own_')) this.#begin(id);
    const { cartId, cart } = this.find(id, shopper);
    const there = cart.lines.get(sku);
    if (!there && cart.lines.size >= CART_LINES)
      throw new Rejected({
        status: 409,
        title: 'The cart is full',
        detail: 'A cart holds 40 different products; take one out first.',
      });
    cart.lines.set(sku, { quantity, previousPrice: unitPrice ?? there?.previousPrice ?? product.price });
    return { status: 200, body: PutCartItem.response.parse(this.#view(cartId)) };
  }

  #claim(id: string, shopper: string): Reply {
    const own = ownCartOf(shopper);
    const into = this.find(own, shopper).cart;
    const from = this.#carts.get(id);
    if (from?.claimedBy !== undefined && from.claimedBy !== shopper) throw notFound();
    const notMoved: string[] = [];
    for (const [sku, line] of id === own || !from ? [] : from.lines) {
      const there = into.lines.get(sku);
      if (!there && into.lines.size >= CART_LINES) notMoved.push(sku);
      else into.lines.set(sku, { ...line, quantity: Math.min(line.quantity + (there?.quantity ?? 0), 99) });
      if (!notMoved.includes(sku)) from?.lines.delete(sku);
    }
    if (from && id !== own && notMoved.length === 0) from.claimedBy = shopper;
    return { status: 200, body: ClaimCart.response.parse({ ...this.#view(own), notMoved }) };
  }

  #view(cartId: string): object {
    const lines = [...(this.#carts.get(cartId)?.lines ?? [])];
    const items = lines.flatMap(([sku, { quantity, previousPrice }]) => {
      const product = this.#productOf(sku);
      if (!product) return [];
      const available = product.stock.north + product.stock.south;
      const changes: CartChange[] = [];
      const isRepriced = product.price.amount !== previousPrice.amount;
      if (isRepriced) changes.push('price_changed');
      if (available === 0) changes.push('sold_out');
      else if (available < quantity) changes.push('limited_stock');
      const { name, price: unitPrice } = product;
      return [{ sku, quantity, name, unitPrice, available, changes, ...(isRepriced && { previousPrice }) }];
    });
    const amount = items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amount, 0);
    return { cartId, items, total: { amount, currency: 'EUR' } };
  }
}

const ownCartOf = (shopper: string) => `own_${createHash('sha256').update(shopper).digest('hex').slice(0, 32)}`;

const notFound = () => new Rejected({ status: 404, title: 'Not found', detail: "The cart doesn't exist." });
