import { describe, expect, it } from 'vitest';
import { apiOwners } from './open-api.ts';
import { apiTypesOf, askedByStorefront } from './api-types.ts';

describe('the types of a client', () => {
  it('are made for services that have an API', () => {
    expect(apiOwners).toEqual(expect.arrayContaining([...askedByStorefront]));
  });

  it('include requests, responses and problems', async () => {
    const types = await apiTypesOf('order');
    expect(types).toMatch(/post: operations\["requestReturn"\]/);
    expect(types).toMatch(/requestReturn: {[^]*"Idempotency-Key": components\["schemas"\]\["IdempotencyKey"\]/);
    expect(types).toMatch(/409: components\["responses"\]\["Conflict"\]/);
  });
});
