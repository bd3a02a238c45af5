import { describe, expect, it } from 'vitest';
import { ShopperId } from '@waypost/contracts';
import { orderIdOf } from './order-identity.ts';

const ada = ShopperId.parse('ada');
const bob = ShopperId.parse('bob');

describe('the id of an order', () => {
  it('is the same for the same shopper and key', () => {
    expect(orderIdOf(ada, 'key-1')).toBe(orderIdOf(ada, 'key-1'));
  });

  it('is another one for another key, and for another shopper with the same key', () => {
    expect(new Set([orderIdOf(ada, 'key-1'), orderIdOf(ada, 'key-2'), orderIdOf(bob, 'key-1')]).size).toBe(3);
  });

  it('does not mix up where the shopper ends and the key begins', () => {
    expect(orderIdOf(ShopperId.parse('ad'), 'akey')).not.toBe(orderIdOf(ada, 'key'));
  });
});
