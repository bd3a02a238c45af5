import { type Money, PaymentMethod, type ReviewDecision, type Sku, type WarehouseId } from '@waypost/contracts';
import { anAddress, shopperIdOf, skuOf } from '@waypost/test-kit';
import { type Random, randomFrom } from '@waypost/test-kit/simulation';
import { orderIdOf, type PlaceOrderRequest } from 'order/simulation';
import { reviewsOf } from './operators.ts';

const product = (number: number, amount: number) => ({
  sku: skuOf(number),
  name: `Product ${number}`,
  price: { amount, currency: 'EUR' } as const,
});

/** Few products with few units, so that orders compete. */
const RETAIL = [product(1, 1000), product(2, 2000), product(3, 3000), product(4, 4000)] as const;
/** Quantity that resellers buy. */
const BULK = product(5, 100);
export const PRODUCTS = [...RETAIL, BULK];

/** Above this total, and from 50 units of a product, an order is reviewed. */
export const REVIEW_THRESHOLD: Money = { amount: 12_000, currency: 'EUR' };

/** A payment method that requires authentication. */
const AUTHENTICATED = 'pm_card_authenticationRequired';
const ACCEPTED = new Set<string>(['pm_card_visa', AUTHENTICATED]);
const PAYMENT_METHODS = [
  'pm_card_visa',
  'pm_card_visa',
  'pm_card_visa',
  'pm_card_visa',
  'pm_card_visa',
  'pm_card_visa',
  AUTHENTICATED,
  AUTHENTICATED,
  AUTHENTICATED,
  'pm_card_visa_chargeDeclined',
  'pm_card_unknown',
] as const;
const ADDRESS = anAddress();
/** No carrier ships to the last one. */
const COUNTRIES = ['DE', 'DE', 'DE', 'DE', 'FR', 'FR', 'GB', 'GB', 'JP', 'AQ'] as const;

/** Code with which the provider declines a payment method, if it does. */
export const declineCodeOf = (paymentMethod: string): string | undefined =>
  ACCEPTED.has(paymentMethod) ? undefined : 'card_declined';

/** Reports whether a payment method requires authentication. */
export const isAuthenticated = (paymentMethod: string): boolean => paymentMethod === AUTHENTICATED;

/** Actions of people on an order: its shopper, and operators. Times are in milliseconds. */
export interface Shopping {
  readonly request: PlaceOrderRequest;
  readonly orderId: ReturnType<typeof orderIdOf>;
  /** Since the start of the simulation. */
  readonly at: number;
  /** Time of the cancellation request since the order was placed. */
  readonly cancellations: readonly number[];
  /** Action at the bank, and its delay. Without an action, the shopper never authenticates. */
  readonly atTheBank?: { readonly after: number; readonly outcome: 'authorized' | 'declined' };
  /** Decisions of operators, since the order was placed. */
  readonly reviews: readonly { readonly after: number; readonly decision: ReviewDecision }[];
}

/** Actions of one shopper. They don't depend on other shoppers, so that a simulation can leave others out. */
export function shoppingOf(seed: number, number: number): Shopping {
  const random = randomFrom(seed, number, 1);
  const at = random.between(0, 20_000);
  const shopperId = shopperIdOf(number);
  const idempotencyKey = `order-${number}`;
  const lines = linesOf(random);
  const shippingAddress = { ...ADDRESS, country: random.pick(COUNTRIES) };
  const paymentMethod = PaymentMethod.parse(random.pick(PAYMENT_METHODS));
  const atTheBank = atTheBankOf(random);
  return {
    at,
    orderId: orderIdOf(shopperId, idempotencyKey),
    request: { shopperId, idempotencyKey, body: { lines, shippingAddress, paymentMethod } },
    cancellations: cancellationsOf(random),
    ...(atTheBank && { atTheBank }),
    reviews: reviewsOf(random, isReviewed(lines)),
  };
}

function linesOf(random: Random): PlaceOrderRequest['body']['lines'] {
  if (random.next() < 0.1) return [{ sku: BULK.sku, quantity: random.between(45, 80) }];
  const asked = RETAIL.filter(() => random.next() < 0.4);
  const chosen = asked.length > 0 ? asked : [RETAIL[0]];
  return chosen.map(({ sku }) => ({ sku, quantity: random.between(1, 3) }));
}

function isReviewed(lines: PlaceOrderRequest['body']['lines']): boolean {
  const priceOf = (sku: Sku) => PRODUCTS.find((each) => each.sku === sku)?.price.amount ?? 0;
  const total = lines.reduce((sum, { sku, quantity }) => sum + quantity * priceOf(sku), 0);
  return total > REVIEW_THRESHOLD.amount || lines.some(({ quantity }) => quantity >= 50);
}

/** Most shoppers never cancel; others at once, while the order waits, or late; some repeat the request. */
function cancellationsOf(random: Random): readonly number[] {
  if (random.next() < 0.75) return [];
  const first = random.between(0, random.pick([1000, 5000, 300_000]));
  return random.next() < 0.3 ? [first, first + random.between(0, 10_000)] : [first];
}

/** Most respond in time; the wait times out after 200 seconds. */
function atTheBankOf(random: Random): Shopping['atTheBank'] {
  const [after, luck] = [random.between(1000, random.pick([60_000, 60_000, 250_000])), random.next()];
  if (luck < 0.15) return undefined;
  return { after, outcome: luck < 0.3 ? 'declined' : 'authorized' };
}

/** Initial stock. */
export function stockOf(seed: number): readonly { sku: Sku; warehouse: WarehouseId; onHand: number }[] {
  const random = randomFrom(seed, 0, 2);
  return PRODUCTS.flatMap(({ sku }) =>
    (['north', 'south'] as const).map((warehouse) => ({
      sku,
      warehouse,
      onHand: random.between(0, sku === BULK.sku ? 120 : 12),
    })),
  );
}
