import { describe, expect, it } from 'vitest';
import { PlaceOrder } from '@waypost/contracts';
import { emptyDraft, missingFrom, requestOf, sampleAddress, unplaced } from './draft.ts';
import { countries } from './countries.ts';
import { newIdempotencyKey } from './idempotency-key.ts';

describe('a complete draft', () => {
  const draft = { ...emptyDraft(2), address: sampleAddress };

  it('becomes a request that matches the contract, without empty optional fields', () => {
    const request = requestOf({ lines: [{ sku: 'TENT-RIDGE-2P', quantity: 2 }] }, draft);
    expect(PlaceOrder.body.parse(request)).toEqual(request);
    expect(request.shippingAddress).not.toHaveProperty('line2');
    expect(missingFrom(draft).size).toBe(0);
  });

  it('accepts every country of the list', () => {
    for (const { code } of countries) {
      expect(
        PlaceOrder.body.safeParse(
          requestOf({ lines: [{ sku: 'A', quantity: 1 }] }, { ...draft, address: { ...sampleAddress, country: code } }),
        ).success,
      ).toBe(true);
    }
  });

  it('sends the typed payment method if no test method is chosen', () => {
    expect(requestOf({ cartId: 'cart-1' }, { ...draft, method: 'other', otherMethod: 'pm_mine' }).paymentMethod).toBe(
      'pm_mine',
    );
  });
});

describe('an empty draft', () => {
  it('has an error for every required field, and for no optional one', () => {
    expect([...missingFrom(emptyDraft(1)).keys()]).toEqual([
      '/shippingAddress/name',
      '/shippingAddress/line1',
      '/shippingAddress/postalCode',
      '/shippingAddress/city',
    ]);
    expect([...missingFrom({ ...emptyDraft(1), address: sampleAddress, method: 'other' }).keys()]).toEqual([
      '/paymentMethod',
    ]);
  });
});

describe('errors of the API', () => {
  it('that belong to no field are separate', () => {
    const errors = new Map([
      ['/lines/0/sku', 'unknown'],
      ['/lines/0/quantity', 'too many'],
      ['/shippingAddress/line2', 'too long'],
    ]);
    expect(unplaced(errors)).toEqual(['/lines/0/sku: unknown']);
  });
});

describe('an idempotency key', () => {
  it('has 128 random bits', () => {
    expect(newIdempotencyKey((bytes) => bytes.fill(10))).toBe('0a'.repeat(16));
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
  });
});
