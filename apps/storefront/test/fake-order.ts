import type { CancelReason, OrderStatus, ParcelStatus, PaymentStatus, RequestReturn } from '@waypost/contracts';
import { isAtRest } from '../src/api/shop.ts';
import type { SeedProduct } from '../../../services/catalog/seed/products.ts';
import { cancelledAfter, statuses, storyOf, waits } from './fake-order-story.ts';
import type { Moment, OrderedLines, Story } from './fake-order-story.ts';
import { parcelsOf, parcelView, statusBy } from './fake-parcels.ts';
import type { FakeParcel } from './fake-parcels.ts';
import { Rejected } from './rejected.ts';
import { FakeReturns } from './fake-returns.ts';

/** Payment statuses by step. */
const paymentStatuses: Readonly<Partial<Record<Moment, PaymentStatus>>> = {
  awaiting_payment: 'authentication_required',
  authorized: 'authorized',
  captured: 'captured',
  voided: 'voided',
  refunded: 'refunded',
  declined: 'declined',
};

/**
 * An order in progress. Each read advances it by a step until it is confirmed, except while it waits. Tests make the
 * decisions, and move its parcels.
 */
export class FakeOrder {
  readonly orderId: string;
  readonly shopper: string;
  /** True if stock was sufficient when the order was placed. */
  readonly held: boolean;
  readonly #request: OrderedLines;
  readonly #lines: { sku: string; quantity: number; name: string; unitPrice: SeedProduct['price'] }[];
  readonly #parcels: readonly FakeParcel[];
  readonly #returns = new FakeReturns();
  readonly #later: { status: OrderStatus; at: string }[] = [];
  readonly #start = Date.now();
  #story: Story;
  #seen = false;
  #returnSeen = false;
  #cancellationRequested = false;
  #pace: 'waits for others' | 'stands still' | 'goes on' = 'waits for others';
  step = 0;

  constructor(
    orderId: string,
    shopper: string,
    request: OrderedLines,
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
    this.#parcels = parcelsOf(this.#lines, (sku) => productOf(sku)?.stock);
    this.held = bought.every(({ quantity, product }) => product.stock.north + product.stock.south >= quantity);
    this.#story = storyOf(this.held, request);
  }

  /** The first read returns the order as placed; each further one advances it by a step. */
  look(): void {
    if (this.#seen && !this.#waits()) this.#goOn();
    if (this.#returnSeen) this.#returns.goOn();
    this.#returnSeen = this.#returns.isMoving();
    this.#tellStatus();
    this.#seen = true;
  }

  isMoving(): boolean {
    const { status } = this.#statusSoFar();
    return !isAtRest(status) || this.#returns.isMoving();
  }

  /** Ends the wait: an operator approved the order, or the shopper authenticated the payment. */
  approve(): void {
    this.#goOn();
  }

  /** Ends it for this reason from where it is; the next looks see what is undone. */
  cancel(reason: CancelReason): void {
    this.#story = cancelledAfter(this.#story.moments.slice(0, this.step + 1), reason);
    this.#pace = 'goes on';
  }

  /** A parcel stands here now, or each of them, of an order that is confirmed. */
  tellParcel(status: ParcelStatus, warehouse?: FakeParcel['warehouse']): void {
    this.step = this.#story.moments.length - 1;
    for (const parcel of this.#parcels)
      if (!warehouse || parcel.warehouse === warehouse) parcel.history.push({ status, at: new Date().toISOString() });
    this.#tellStatus();
  }

  /** All of it has come to the door, and is paid for. */
  complete(): void {
    for (const status of ['PACKED', 'DISPATCHED', 'DELIVERED'] as const) this.tellParcel(status);
    this.#tell('COMPLETED');
  }

  /** How many returns were announced. */
  get returned(): number {
    return this.#returns.view().length;
  }

  /** The shopper wants none of it. */
  returnAll(): void {
    this.#returns.request(this.orderId, 'all', '', this.#lines, this.#lines);
  }

  requestReturn(key: string, body: string, { lines }: ReturnType<typeof RequestReturn.body.parse>) {
    const { status } = this.#statusSoFar();
    if (status !== 'DELIVERED' && status !== 'COMPLETED' && status !== 'RETURNED')
      throw new Rejected({
        status: 409,
        title: 'Conflict: the resource was modified',
        detail: 'Items can be returned once every parcel of the order is delivered.',
      });
    return this.#returns.request(this.orderId, key, body, lines, this.#lines);
  }

  /** The shopper's wish. The order stands still until a test has it cancelled, so that the time in between can be looked at. */
  requestCancellation(): 'recorded' | 'too late' {
    if (statusBy(this.#parcels) !== 'CONFIRMED') return 'too late';
    this.#pace = 'stands still';
    this.#cancellationRequested = true;
    return 'recorded';
  }

  order(authenticationUrl: string) {
    const { status, history } = this.#statusSoFar();
    return {
      orderId: this.orderId,
      status,
      ...(status === 'CANCELLED' && { reason: this.#story.reason }),
      ...this.#cancellation(status),
      lines: this.#lines,
      total: this.#total(),
      shippingAddress: this.#request.shippingAddress,
      history,
      shipments: this.#has('confirmed') && status !== 'CANCELLED' ? this.#parcels.map(shipmentView) : [],
      payment: this.#orderPayment(status, authenticationUrl),
      returns: this.#returns.view(),
      ...(this.#later.some((entry) => entry.status === 'DELIVERED') && {
        returnableUntil: new Date(this.#start + 30 * 86_400_000).toISOString(),
      }),
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
    const history = this.#past().flatMap(({ moment, at }) => {
      const status = paymentStatuses[moment];
      return status ? [{ status, at }] : [];
    });
    const last = history.at(-1);
    return last && { orderId: this.orderId, status: last.status, amount: this.#total(), history };
  }

  shipments() {
    const arranged = this.#past().find(({ moment }) => moment === 'arranged');
    if (!arranged) return [];
    return this.#parcels.map((parcel) => ({
      ...shipmentView(parcel),
      orderId: this.orderId,
      carrier: 'Tern Post',
      status: 'arranged',
      lines: parcel.lines,
      arrangedAt: arranged.at,
    }));
  }

  #cancellation(status: OrderStatus) {
    if (!this.#cancellationRequested || status === 'CANCELLED') return {};
    return { cancellation: statusBy(this.#parcels) === 'CONFIRMED' ? 'requested' : 'too_late' };
  }

  #waits(): boolean {
    const now = this.#now();
    return this.#pace === 'stands still' || (this.#pace === 'waits for others' && now !== undefined && waits.has(now));
  }

  #goOn(): void {
    this.step = Math.min(this.step + 1, this.#story.moments.length - 1);
  }

  #now(): Moment | undefined {
    return this.#story.moments[this.step];
  }

  #orderPayment(status: OrderStatus, authenticationUrl: string) {
    if (status === 'CANCELLED') return { status: this.#has('captured') ? 'refunded' : 'not_charged' };
    if (status === 'RETURNED') return { status: 'refunded' };
    if (this.#has('captured')) return { status: 'captured' };
    if (this.#now() !== 'awaiting_payment') return { status: 'pending' };
    return { status: 'authentication_required', nextActionUrl: authenticationUrl };
  }

  #has(moment: Moment): boolean {
    return this.#past().some((past) => past.moment === moment);
  }

  #past(): { moment: Moment; at: string }[] {
    return this.#story.moments
      .slice(0, this.step + 1)
      .map((moment, index) => ({ moment, at: new Date(this.#start + index * 900).toISOString() }));
  }

  #statusSoFar(): { status: OrderStatus; history: { status: OrderStatus; at: string }[] } {
    const history = this.#past().flatMap(({ moment, at }) => {
      const status = statuses[moment];
      return status ? [{ status, at }] : [];
    });
    const all = [...history, ...this.#later];
    return { status: all.at(-1)?.status ?? 'PLACED', history: all };
  }

  #tellStatus(): void {
    const known = statusBy(this.#parcels);
    if (known !== 'CONFIRMED') this.#tell('SHIPPED');
    if (known === 'DELIVERED') this.#tell('DELIVERED');
    if (this.#returns.allBackAt(this.#lines)) this.#tell('RETURNED');
  }

  #tell(status: OrderStatus): void {
    if (!this.#later.some((entry) => entry.status === status))
      this.#later.push({ status, at: new Date().toISOString() });
  }

  #total() {
    return {
      amount: this.#lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.amount * quantity, 0),
      currency: 'EUR' as const,
    };
  }
}

const shipmentView = (parcel: FakeParcel) => ({
  shipmentId: `shp_1_${parcel.warehouse}`,
  warehouse: parcel.warehouse,
  parcel: parcelView(parcel),
});
