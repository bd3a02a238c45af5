import type { Currency } from '@waypost/contracts';

/** One payment in the books and at the provider, each by all that moved of it. Amounts in minor units. */
export interface PaymentBalance {
  readonly paymentIntentId: string;
  readonly currency: Currency;
  /** What it is for, where the shop knows. */
  readonly about?: string;
  /** What the books say that the provider has of it. */
  readonly booked: number;
  /** What the provider says. */
  readonly provided: number;
  /** `open` from each change on until it is compared. */
  readonly state: 'open' | 'agreed' | 'differs';
  /** What it was told to differ by, if it was. */
  readonly told?: { readonly booked: number; readonly provided: number };
  /** When it changed last, or began to differ. */
  readonly since: string;
}

export type Comparison =
  { readonly state: 'agreed'; readonly tell?: 'resolved' } | { readonly state: 'differs'; readonly tell?: 'found' };

/** What comparing a payment comes to, and what there is to tell: each difference once, and its end. */
export function compare({ booked, provided, told }: PaymentBalance): Comparison {
  if (booked === provided) return told ? { state: 'agreed', tell: 'resolved' } : { state: 'agreed' };
  const isTold = told?.booked === booked && told.provided === provided;
  return isTold ? { state: 'differs' } : { state: 'differs', tell: 'found' };
}
