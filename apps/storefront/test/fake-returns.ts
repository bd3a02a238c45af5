import { createHash } from 'node:crypto';
import type { Money, ReturnStatus } from '@waypost/contracts';
import { Rejected } from './rejected.ts';

interface FakeReturn {
  readonly returnId: string;
  readonly body: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  readonly refund: { readonly amount: number; readonly currency: 'EUR' };
  readonly history: { status: ReturnStatus; at: string }[];
}

const way: readonly ReturnStatus[] = ['REQUESTED', 'RECEIVED', 'REFUNDED'];

/** Returns of one order. Each look at the order finds it a step on. */
export class FakeReturns {
  #returns: FakeReturn[] = [];

  /** The same key gives the same return; more than there is, is refused. */
  request(
    orderId: string,
    key: string,
    body: string,
    lines: FakeReturn['lines'],
    ordered: readonly { readonly sku: string; readonly quantity: number; readonly unitPrice: Money }[],
  ): FakeReturn {
    const returnId = `ret_${orderId.slice(4)}_${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
    const earlier = this.#returns.find((each) => each.returnId === returnId);
    if (earlier?.body === body) return earlier;
    if (earlier)
      throw new Rejected({
        status: 422,
        title: 'The Idempotency-Key was used for a different request',
        detail: 'Use a new Idempotency-Key for a different return.',
      });
    const left = (sku: string) =>
      (ordered.find((line) => line.sku === sku)?.quantity ?? 0) - this.returnedQuantity(sku);
    if (lines.some(({ sku, quantity }) => quantity > left(sku)))
      throw new Rejected({
        status: 409,
        title: 'Conflict: the resource was modified',
        detail: 'More would come back than was ordered.',
      });
    const priceOf = (sku: string) => ordered.find((line) => line.sku === sku)?.unitPrice.amount ?? 0;
    const amount = lines.reduce((sum, { sku, quantity }) => sum + quantity * priceOf(sku), 0);
    const requested = { status: 'REQUESTED' as const, at: new Date().toISOString() };
    const made: FakeReturn = { returnId, body, lines, refund: { amount, currency: 'EUR' }, history: [requested] };
    this.#returns.push(made);
    return made;
  }

  goOn(): void {
    for (const { history } of this.#returns) {
      const next = way[history.length];
      if (next) history.push({ status: next, at: new Date().toISOString() });
    }
  }

  isMoving(): boolean {
    return this.#returns.some(({ history }) => history.length < way.length);
  }

  returnedQuantity(sku: string): number {
    return this.#returns
      .flatMap(({ lines }) => lines)
      .filter((line) => line.sku === sku)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  }

  /** When the last of it was received, if all of it was. */
  allBackAt(ordered: readonly { readonly sku: string; readonly quantity: number }[]): string | undefined {
    const received = this.#returns.map(({ history }) => history.find(({ status }) => status === 'RECEIVED')?.at);
    if (this.#returns.length === 0 || received.includes(undefined)) return undefined;
    return ordered.every(({ sku, quantity }) => this.returnedQuantity(sku) >= quantity) ? received.at(-1) : undefined;
  }

  view() {
    return this.#returns.map(({ returnId, lines, refund, history }) => ({
      returnId,
      status: history.at(-1)?.status,
      lines,
      refund,
      history,
    }));
  }
}
