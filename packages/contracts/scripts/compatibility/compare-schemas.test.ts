import { describe, expect, it } from 'vitest';
import { jsonSchemaOf, type Direction } from '@waypost/contracts/json-schema';
import * as z from 'zod';
import { compareSchemas } from './compare-schemas.ts';

const compared =
  (direction: Direction) =>
  (before: z.ZodType, after: z.ZodType): string[] =>
    compareSchemas(jsonSchemaOf(before, direction), jsonSchemaOf(after, direction), direction).map(
      ({ at, what }) => `${at} ${what}`,
    );

const output = compared('output');
const input = compared('input');

const Order = z.object({
  orderId: z.string(),
  lines: z.array(z.object({ sku: z.string() })),
  note: z.string().optional(),
});

describe('messages that are sent (events, results, responses)', () => {
  it('may gain fields, anywhere', () => {
    const richer = Order.extend({ total: z.int(), lines: z.array(z.object({ sku: z.string(), quantity: z.int() })) });
    expect(output(Order, richer)).toEqual([]);
  });

  it('may promise more than it did', () => {
    expect(output(Order, Order.required())).toEqual([]);
    expect(output(z.enum(['a', 'b']), z.enum(['a']))).toEqual([]);
    expect(output(z.int().max(99), z.int().min(1).max(9))).toEqual([]);
    expect(output(z.number(), z.int())).toEqual([]);
  });

  it('may not lose a field, not even an optional one', () => {
    expect(output(Order, Order.omit({ orderId: true }))).toEqual(['/orderId is gone']);
    expect(output(Order, Order.omit({ note: true }))).toEqual(['/note is gone']);
  });

  it('may not leave out what was always there', () => {
    expect(output(Order, Order.partial({ orderId: true }))).toEqual(['/orderId may be missing now']);
  });

  it('may not change a type, at any depth', () => {
    expect(output(Order, Order.extend({ lines: z.array(z.object({ sku: z.int() })) }))).toEqual([
      '/lines/*/sku is integer, was string',
    ]);
    expect(output(z.int(), z.number())).toEqual([' is number, was integer']);
    expect(output(Order, Order.extend({ note: z.unknown() }))).toEqual(['/note is anything, was string']);
  });

  it('may not say a word that readers do not know', () => {
    expect(output(z.enum(['a']), z.enum(['a', 'b']))).toEqual([' may now be b']);
    expect(output(z.enum(['a']), z.string())).toEqual([' is no longer one of a']);
  });

  it('may not exceed bounds or leave a form', () => {
    expect(output(z.int().max(99), z.int().max(100))).toEqual([' the most is 100, was 99']);
    expect(output(z.int().positive(), z.int().nonnegative())).toEqual([' the least is 0, was 1']);
    expect(output(z.string().max(5), z.string())).toEqual([' the longest is Infinity, was 5']);
    expect(output(z.string().regex(/^a/), z.string().regex(/^b/))).toEqual([' pattern is ^b, was ^a']);
    expect(output(z.array(z.string()).min(1), z.array(z.string()))).toEqual([' the fewest items is 0, was 1']);
  });
});

describe('outcomes of a command', () => {
  const reserved = z.object({ outcome: z.literal('reserved'), parts: z.array(z.string()) });
  const rejected = z.object({ outcome: z.literal('rejected') });
  const lost = z.object({ outcome: z.literal('lost') });
  const before = z.discriminatedUnion('outcome', [reserved, rejected]);

  it('may become fewer', () => {
    expect(output(before, z.discriminatedUnion('outcome', [reserved]))).toEqual([]);
  });

  it('may not become more', () => {
    expect(output(before, z.discriminatedUnion('outcome', [reserved, rejected, lost]))).toEqual([
      '/outcome may now be lost',
    ]);
  });

  it('may not say less', () => {
    const after = z.discriminatedUnion('outcome', [reserved.partial({ parts: true }), rejected]);
    expect(output(before, after)).toEqual(['/parts may be missing now']);
  });
});

describe('messages that are received (requests, bodies)', () => {
  it('may take more than it did', () => {
    expect(input(Order, Order.extend({ gift: z.boolean().optional(), wrap: z.boolean().default(false) }))).toEqual([]);
    expect(input(Order, Order.partial())).toEqual([]);
    expect(input(z.enum(['a']), z.enum(['a', 'b']))).toEqual([]);
    expect(input(z.int().max(99), z.int().max(100))).toEqual([]);
    expect(input(z.string(), z.union([z.string(), z.int()]))).toEqual([]);
  });

  it('may not ask for more', () => {
    expect(input(Order, Order.extend({ total: z.int() }))).toEqual(['/total must be sent now']);
    expect(input(Order, Order.required())).toEqual(['/note must be sent now']);
  });

  it('may not stop reading a field', () => {
    expect(input(Order, Order.omit({ note: true }))).toEqual(['/note is gone']);
  });

  it('may not refuse what it took', () => {
    expect(input(z.int().max(99), z.int().max(9))).toEqual([' the most is 9, was 99']);
    expect(input(z.enum(['a', 'b']), z.enum(['a']))).toEqual([' no longer takes b']);
    expect(input(z.string(), z.enum(['a']))).toEqual([' is now one of a']);
    expect(input(z.string(), z.string().regex(/^a/))).toEqual([' pattern is ^a, was none']);
    expect(input(z.union([z.string(), z.int()]), z.string())).toEqual([' is string, was integer']);
    expect(input(Order, z.strictObject(Order.shape))).toEqual([' refuses unknown fields now']);
  });
});

describe('records and keywords of other kinds', () => {
  it('compares the values of records', () => {
    expect(output(z.record(z.string(), z.int()), z.record(z.string(), z.string()))).toEqual([
      '/* is string, was integer',
    ]);
  });

  it('lets nothing change that it cannot judge', () => {
    expect(output(z.number().multipleOf(5), z.number().multipleOf(10))).toEqual([
      " multipleOf changed, which this comparison can't judge",
    ]);
  });

  it('does not mind words for people', () => {
    expect(output(z.string(), z.string().meta({ description: 'a word', examples: ['x'] }))).toEqual([]);
  });
});
