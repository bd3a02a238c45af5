import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineEvent, defineRoute, OrderPlaced, Sku } from './index.ts';
import { sampleOf } from './sample.ts';

describe('an event', () => {
  it('tells its rule who tells it and how it is called, but not its version', () => {
    expect(OrderPlaced.pattern).toEqual({ source: ['waypost.order'], detailType: ['OrderPlaced'] });
  });

  it('is built from valid data only', () => {
    const Counted = defineEvent({ owner: 'order', name: 'Counted', version: 2, schema: z.object({ count: z.int() }) });
    expect(Counted.build('a', { count: 1 })).toEqual({
      source: 'waypost.order',
      name: 'Counted',
      version: 2,
      subject: 'a',
      data: { count: 1 },
    });
    expect(() => Counted.build('a', { count: 1.5 })).toThrow(z.ZodError);
  });

  it('ignores fields that it does not know', () => {
    const data = OrderPlaced.schema.parse(sampleOf(OrderPlaced.schema));
    expect(OrderPlaced.schema.parse({ ...data, giftWrap: true })).toEqual(data);
  });
});

describe('a route', () => {
  it('takes no query and no body unless it says so', () => {
    const route = defineRoute({
      owner: 'order',
      operationId: 'ping',
      summary: 'Answers',
      method: 'GET',
      path: '/ping/{sku}',
      access: 'open',
      parameters: z.object({ sku: Sku }),
      response: z.object({}),
    });
    expect(route.query.safeParse({ a: '1' }).success).toBe(false);
    expect(route.body.safeParse({}).success).toBe(false);
    expect(route.parameters.parse({ sku: 'A-1' }).sku).toBe('A-1');
    expect(route).toMatchObject({ status: 200, idempotent: false, conflicts: false });
  });
});
