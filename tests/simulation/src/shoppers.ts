import { PaymentMethod, type Sku, type WarehouseId } from '@waypost/contracts';
import { anAddress, shopperIdOf, skuOf } from '@waypost/test-kit';
import { type Random, randomFrom } from '@waypost/test-kit/simulation';
import type { PlaceOrderRequest } from 'order/simulation';

/** Few products and few units of them, so that orders compete. */
export const PRODUCTS = ([1, 2, 3, 4] as const).map((number) => ({
  sku: skuOf(number),
  name: `Product ${number}`,
  price: { amount: 1000 * number, currency: 'EUR' } as const,
}));

const PAYMENT_METHODS = [
  'pm_card_visa',
  'pm_card_visa',
  'pm_card_visa',
  'pm_card_visa',
  'pm_card_visa_chargeDeclined',
  'pm_card_unknown',
] as const;
/** Nobody takes parcels to the last one. */
const COUNTRIES = ['DE', 'DE', 'FR', 'GB', 'JP', 'ZZ'] as const;

/** Why the provider declines a payment method, if it does. */
export const declineCodeOf = (paymentMethod: string): string | undefined =>
  paymentMethod === 'pm_card_visa' ? undefined : 'card_declined';

export interface Shopping {
  readonly request: PlaceOrderRequest;
  /** Milliseconds since the simulation began. */
  readonly at: number;
}

/** What one shopper does: the same whoever else shops, so that a simulation can leave others out. */
export function shoppingOf(seed: number, number: number): Shopping {
  const random = randomFrom(seed, number, 1);
  return {
    at: random.between(0, 20_000),
    request: {
      shopperId: shopperIdOf(number),
      idempotencyKey: `order-${number}`,
      body: {
        lines: linesOf(random),
        shippingAddress: anAddress({ country: random.pick(COUNTRIES) }),
        paymentMethod: PaymentMethod.parse(random.pick(PAYMENT_METHODS)),
      },
    },
  };
}

function linesOf(random: Random): PlaceOrderRequest['body']['lines'] {
  const asked = PRODUCTS.filter(() => random.next() < 0.4);
  const [first] = PRODUCTS;
  const chosen = asked.length > 0 ? asked : first ? [first] : [];
  return chosen.map(({ sku }) => ({ sku, quantity: random.between(1, 3) }));
}

/** What is on the shelves before anybody comes. */
export function stockOf(seed: number): readonly { sku: Sku; warehouse: WarehouseId; onHand: number }[] {
  const random = randomFrom(seed, 0, 2);
  return PRODUCTS.flatMap(({ sku }) =>
    (['north', 'south'] as const).map((warehouse) => ({ sku, warehouse, onHand: random.between(0, 8) })),
  );
}
