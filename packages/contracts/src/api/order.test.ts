import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { sampleOf } from '../sample.ts';
import { PlaceOrder } from './order.ts';

const order = PlaceOrder.body.parse(sampleOf(PlaceOrder.body));
const line = { sku: 'TENT-RIDGE-2P', quantity: 1 };

/** Paths of the invalid fields of a body. */
const rejections = (body: unknown): string[] =>
  PlaceOrder.body.safeParse(body).error?.issues.map(({ path }) => path.join('.')) ?? [];

const withLines = (lines: unknown) => ({ ...order, lines });
const withAddress = (fields: object) => ({ ...order, shippingAddress: { ...order.shippingAddress, ...fields } });
const skus = (count: number) => Array.from({ length: count }, (_, index) => ({ sku: `SKU-${index}`, quantity: 1 }));

describe('a valid order', () => {
  it('is taken as it was written', () => {
    expect(PlaceOrder.body.parse(order)).toEqual(order);
  });

  it('takes 1 to 40 lines of 1 to 99', () => {
    expect(rejections(withLines(skus(40)))).toEqual([]);
    expect(rejections(withLines([{ ...line, quantity: 99 }]))).toEqual([]);
  });

  it('keeps script in a name as text', () => {
    const body = withAddress({ name: '<script>alert(1)</script>' });
    expect(PlaceOrder.body.parse(body)).toEqual(body);
  });

  it('accepts visible text in any language', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((name) => name.length <= 100 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name))
      .filter((name) => /[^\s\u115f\u1160\u2800\u3164\uffa0]/u.test(name));
    fc.assert(fc.property(text, (name) => rejections(withAddress({ name })).length === 0));
  });
});

describe('lines that are not as they should be', () => {
  it.each([0, -1, 1.5, '1', 1e9, 100, null, undefined, Number.NaN, true])('refuses the quantity %p', (quantity) => {
    expect(rejections(withLines([{ sku: line.sku, quantity }]))).toEqual(['lines.0.quantity']);
  });

  it('refuses any quantity but whole numbers from 1 to 99', () => {
    const allowed = (quantity: unknown) =>
      Number.isInteger(quantity) && Number(quantity) >= 1 && Number(quantity) <= 99;
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double(), fc.string(), fc.object()), (quantity) => {
        expect(rejections(withLines([{ sku: line.sku, quantity }])).length > 0).toBe(
          !(typeof quantity === 'number' && allowed(quantity)),
        );
      }),
    );
  });

  it('refuses none and 41', () => {
    expect(rejections(withLines([]))).toEqual(['lines']);
    expect(rejections(withLines(skus(41)))).toEqual(['lines']);
  });

  it('refuses a SKU that is on another line already, and points at the later', () => {
    expect(rejections(withLines([line, { sku: 'OTHER', quantity: 1 }, { ...line, quantity: 2 }]))).toEqual([
      'lines.2.sku',
    ]);
  });

  it.each(['', 'tent', 'TENT RIDGE', 'TENT--RIDGE', '-TENT', 'T'.repeat(41), 7, "'; DROP TABLE"])(
    'refuses the SKU %p',
    (sku) => {
      expect(rejections(withLines([{ sku, quantity: 1 }]))).toContain('lines.0.sku');
    },
  );

  it('refuses what is not a list', () => {
    expect(rejections(withLines({ 0: line }))).toEqual(['lines']);
  });
});

describe('an invalid address', () => {
  it('refuses 10,000 characters', () => {
    expect(rejections(withAddress({ line1: 'x'.repeat(10_000) }))).toEqual(['shippingAddress.line1']);
  });

  it.each(['\u0000', '\n', '\r', '\t', '\u001b', '\u007f', '\u0085', '\u2028', '\u2029', '\ud800'])(
    'refuses the character %j',
    (character) => {
      expect(rejections(withAddress({ city: `Kon${character}stanz` }))).toEqual(['shippingAddress.city']);
    },
  );

  it.each(['de', 'DEU', 'D', '', '12'])('refuses the country %p', (country) => {
    expect(rejections(withAddress({ country }))).toEqual(['shippingAddress.country']);
  });

  it.each([
    ['empty', ''],
    ['blank', '   '],
    ['a no-break space', '\u00a0'],
    ['a Hangul filler', '\u3164'],
    ['a control character', 'A\u0007'],
    ['a line separator', 'A\u2028B'],
    ['a right-to-left override', 'A\u202eB'],
    ['a bidirectional isolate', 'A\u2066B'],
    ['a zero-width space', 'A\u200bB'],
    ['a zero-width joiner between letters', 'Jo\u200dhn'],
    ['a byte order mark', 'A\ufeffB'],
    ['a soft hyphen', 'A\u00adB'],
    ['tag characters', 'A\u{e0041}\u{e0042}'],
    ['an unpaired surrogate', 'A\ud800'],
  ])('rejects a line that is or contains %s', (_, line1) => {
    expect(rejections(withAddress({ line1 }))).toContain('shippingAddress.line1');
  });

  it.each([
    ['surrounding blanks, which are trimmed', ' B 1 ', 'B 1'],
    ['an emoji joiner', 'Haus 👩‍👩‍👧', 'Haus 👩‍👩‍👧'],
    ['a flag of tag characters', 'Flat 🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'Flat 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['Hebrew', 'רחוב הרצל 1', 'רחוב הרצל 1'],
    ['Persian with a zero-width non-joiner', 'می‌خواهم', 'می‌خواهم'],
    ['combining marks', 'Cafe\u0301', 'Cafe\u0301'],
    ['Devanagari', 'क्‍ष', 'क्‍ष'],
  ])('accepts a line with %s', (_, line1, kept) => {
    expect(PlaceOrder.body.safeParse(withAddress({ line1 })).data?.shippingAddress.line1).toBe(kept);
  });

  it.each(['XX', 'UK', 'EU', 'de', '', 'DEU'])('rejects the country %j', (country) => {
    expect(rejections(withAddress({ country }))).toEqual(['shippingAddress.country']);
  });
});

describe('unknown fields', () => {
  it('are rejected at every depth', () => {
    const unknown = (body: unknown) => PlaceOrder.body.safeParse(body).error?.issues.map(({ code }) => code);
    expect(unknown({ ...order, total: 1 })).toEqual(['unrecognized_keys']);
    expect(unknown(withLines([{ ...line, unitPrice: 1 }]))).toEqual(['unrecognized_keys']);
    expect(unknown(withAddress({ isGift: true }))).toEqual(['unrecognized_keys']);
  });
});

describe('a payment method', () => {
  it('is rejected when it is not one of the provider', () => {
    for (const paymentMethod of ['visa', 'pm_', 'pm_a-b', `pm_${'a'.repeat(98)}`, 4]) {
      expect(rejections({ ...order, paymentMethod })).toContain('paymentMethod');
    }
  });

  it('is taken when it may be one, known or not', () => {
    expect(rejections({ ...order, paymentMethod: 'pm_nobody_knows_this' })).toEqual([]);
  });
});

describe('what is ordered', () => {
  const { lines, ...where } = order;
  const cartId = '5f0c1d7e-9a34-4b52-8f6e-0d2c4b6a8e10';

  it('is lines or a cart, and not both or neither', () => {
    expect(rejections({ ...where, cartId })).toEqual([]);
    expect(rejections(where)).toEqual(['lines']);
    expect(rejections({ ...where, lines, cartId })).toEqual(['cartId']);
  });

  it.each(['', '1', 'x'.repeat(65), '../../carts', `${cartId}\n`])('refuses the cart id %j', (id) => {
    expect(rejections({ ...where, cartId: id })).toEqual(['cartId']);
  });
});
