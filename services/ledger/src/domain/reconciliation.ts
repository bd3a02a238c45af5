import type { Currency } from '@waypost/contracts';

/** A payment in the ledger and at the provider, each with its net amount. Amounts in minor units. */
export interface PaymentBalance {
  readonly paymentIntentId: string;
  readonly currency: Currency;
  /** Order or booking of the payment, if known. */
  readonly about?: string;
  /** Net amount in the ledger. */
  readonly booked: number;
  /** Net amount at the provider. */
  readonly provided: number;
  /** `open` from each change on until it is compared. */
  readonly state: 'open' | 'agreed' | 'differs';
  /** Difference that was published last. */
  readonly published?: { readonly booked: number; readonly provided: number };
  /** When it changed last, or began to differ. */
  readonly since: string;
}

export type Comparison =
  | { readonly state: 'agreed'; readonly publish?: 'resolved' }
  | { readonly state: 'differs'; readonly publish?: 'found' };

/** Compares both sides of a payment. Each difference is published once, and so is its resolution. */
export function compare({ booked, provided, published }: PaymentBalance): Comparison {
  if (booked === provided) return published ? { state: 'agreed', publish: 'resolved' } : { state: 'agreed' };
  const isPublished = published?.booked === booked && published.provided === provided;
  return isPublished ? { state: 'differs' } : { state: 'differs', publish: 'found' };
}
