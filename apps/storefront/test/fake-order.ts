import type { CancelReason, OrderStatus, PaymentStatus } from '@waypost/contracts';
import type { SeedProduct } from '../../../services/catalog/seed/products.ts';
import { cancelledAfter, statuses, storyOf, waits } from './fake-order-story.ts';
import type { Moment, OrderedLines, Story } from './fake-order-story.ts';

/** Moments that the payment service tells of, in its words. */
const paymentStatuses: Readonly<Partial<Record<Moment, PaymentStatus>>> = {
  awaiting_payment: 'authentication_required',
  authorized: 'authorized',
  captured: 'captured',
  voided: 'voided',
  declined: 'declined',
};

/** One order on its way. Each look finds it a step on, save where it waits for somebody; tests say what they decide. */
export class FakeOrder {
  readonly orderId: string;
  readonly shopper: string;
  readonly #request: OrderedLines;
  readonly #lines: { sku: string; quantity: number; name: string; unitPrice: SeedProduct['price'] }[];
  readonly #start = Date.now();
  #story: Story;
  #seen = false;
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
    const enough = bought.every(({ quantity, product }) => product.stock.north + product.stock.south >= quantity);
    this.#story = storyOf(enough, request);
  }

  /** The first look finds the order as it was placed, each further one finds it a step on. */
  look(): void {
    if (this.#seen && !this.#waits()) this.#goOn();
    this.#seen = true;
  }

  isMoving(): boolean {
    return this.step < this.#story.moments.length - 1;
  }

  /** What it waited for happened: a person approved it, or the shopper authenticated the payment. */
  approve(): void {
    this.#goOn();
  }

  /** Ends it for this reason from where it is; the next looks see what is undone. */
  cancel(reason: CancelReason): void {
    this.#story = cancelledAfter(this.#story.moments.slice(0, this.step + 1), reason);
    this.#pace = 'goes on';
  }

  /** The shopper's wish. The order stands still until a test has it cancelled, so that the time in between can be looked at. */
  requestCancellation(): 'recorded' | 'too late' {
    if (this.#has('confirmed')) return 'too late';
    this.#pace = 'stands still';
    return 'recorded';
  }

  order(authenticationUrl: string) {
    const { status, history } = this.#statusSoFar();
    return {
      orderId: this.orderId,
      status,
      ...(status === 'CANCELLED' && { reason: this.#story.reason }),
      lines: this.#lines,
      total: this.#total(),
      shippingAddress: this.#request.shippingAddress,
      history,
      shipments: this.shipments().map(({ shipmentId, warehouse }) => ({ shipmentId, warehouse })),
      payment: this.#orderPayment(status, authenticationUrl),
      returns: [],
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
    if (status === 'CANCELLED') return { status: 'not_taken' };
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
    return { status: history.at(-1)?.status ?? 'PLACED', history };
  }

  #total() {
    return {
      amount: this.#lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.amount * quantity, 0),
      currency: 'EUR' as const,
    };
  }
}
