import type { CancelReason, OrderStatus } from '@waypost/contracts';
import type { SeedProduct } from '../../../services/catalog/seed/products.ts';
import type { PlaceOrderRequest } from '../src/api/shop.ts';

type Moment = 'placed' | 'authorized' | 'arranged' | 'captured' | 'confirmed' | 'voided' | 'declined' | 'cancelled';

const confirmed: readonly Moment[] = ['placed', 'authorized', 'arranged', 'captured', 'confirmed'];
const declined: readonly Moment[] = ['placed', 'declined', 'cancelled'];
const soldOut: readonly Moment[] = ['placed', 'cancelled'];
const noCarrier: readonly Moment[] = ['placed', 'authorized', 'voided', 'cancelled'];

/** One order on its way; what it ends as depends on what was asked for: too many, a declined card, an address in Iceland. */
export class FakeOrder {
  readonly orderId: string;
  readonly shopper: string;
  readonly #request: PlaceOrderRequest;
  readonly #lines: { sku: string; quantity: number; name: string; unitPrice: SeedProduct['price'] }[];
  readonly #story: readonly Moment[];
  readonly #reason: CancelReason | undefined;
  readonly #start = Date.now();
  #seen = false;
  step = 0;

  constructor(
    orderId: string,
    shopper: string,
    request: PlaceOrderRequest,
    productOf: (sku: string) => SeedProduct | undefined,
  ) {
    this.orderId = orderId;
    this.shopper = shopper;
    this.#request = request;
    const bought = request.lines.flatMap(({ sku, quantity }) => {
      const product = productOf(sku);
      return product ? [{ sku, quantity, product }] : [];
    });
    this.#lines = bought.map(({ sku, quantity, product }) => ({
      sku,
      quantity,
      name: product.name,
      unitPrice: product.price,
    }));
    const enough = bought.every(({ quantity, product }) => product.stock.north + product.stock.south >= quantity);
    [this.#story, this.#reason] = storyOf(enough, request);
  }

  /** The first look finds the order as it was placed, each further one finds it a step on. */
  look(): void {
    if (this.#seen) this.step = Math.min(this.step + 1, this.#story.length - 1);
    this.#seen = true;
  }

  isMoving(): boolean {
    return this.step < this.#story.length - 1;
  }

  order() {
    const { status, history } = this.#statusSoFar();
    return {
      orderId: this.orderId,
      status,
      ...(status === 'CANCELLED' && { reason: this.#reason }),
      lines: this.#lines,
      total: this.#total(),
      shippingAddress: this.#request.shippingAddress,
      history,
      shipments: this.shipments().map(({ shipmentId, warehouse }) => ({ shipmentId, warehouse })),
      payment: { status: this.#has('captured') ? 'captured' : status === 'CANCELLED' ? 'not_taken' : 'pending' },
    };
  }

  summary() {
    const { status, history } = this.#statusSoFar();
    return {
      orderId: this.orderId,
      status,
      total: this.#total(),
      placedAt: history[0]?.at,
      lines: this.#lines.map(({ sku, name, quantity }) => ({ sku, name, quantity })),
    };
  }

  payment() {
    const past = this.#past().filter(({ moment }) => ['authorized', 'captured', 'voided', 'declined'].includes(moment));
    const last = past.at(-1);
    if (!last) return undefined;
    return {
      orderId: this.orderId,
      status: last.moment,
      amount: this.#total(),
      history: past.map(({ moment, at }) => ({ status: moment, at })),
    };
  }

  shipments() {
    const arranged = this.#past().find(({ moment }) => moment === 'arranged');
    if (!arranged) return [];
    const lines = this.#lines.map(({ sku, quantity }) => ({ sku, quantity }));
    return [
      {
        shipmentId: 'shp_1',
        orderId: this.orderId,
        warehouse: 'north',
        carrier: 'Tern Post',
        status: 'arranged',
        lines,
        arrangedAt: arranged.at,
      },
    ];
  }

  #has(moment: Moment): boolean {
    return this.#past().some((past) => past.moment === moment);
  }

  #past(): { moment: Moment; at: string }[] {
    return this.#story
      .slice(0, this.step + 1)
      .map((moment, index) => ({ moment, at: new Date(this.#start + index * 900).toISOString() }));
  }

  #statusSoFar(): { status: OrderStatus; history: { status: OrderStatus; at: string }[] } {
    const statuses: Partial<Record<Moment, OrderStatus>> = {
      placed: 'PLACED',
      confirmed: 'CONFIRMED',
      cancelled: 'CANCELLED',
    };
    const history = this.#past().flatMap(({ moment, at }) => {
      const status = statuses[moment];
      return status ? [{ status, at }] : [];
    });
    return { status: history.at(-1)?.status ?? 'PLACED', history };
  }

  #total() {
    return {
      amount: this.#lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.amount * quantity, 0),
      currency: 'EUR' as const,
    };
  }
}

function storyOf(
  enough: boolean,
  { paymentMethod, shippingAddress }: PlaceOrderRequest,
): [readonly Moment[], CancelReason | undefined] {
  if (!enough) return [soldOut, 'out_of_stock'];
  if (paymentMethod !== 'pm_card_visa') return [declined, 'payment_declined'];
  if (shippingAddress.country === 'IS') return [noCarrier, 'shipping_unavailable'];
  return [confirmed, undefined];
}
