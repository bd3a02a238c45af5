import { describe, expect, it } from 'vitest';
import { createCartIds } from './cart-ids.ts';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

describe('the carts of a browser', () => {
  it('share one cart for guests across tabs, once it has an item', () => {
    const shared = storage();
    const [one, other] = [createCartIds({ shared, tab: storage() }), createCartIds({ shared, tab: storage() })];
    expect(one.guestOrNew()).not.toBe(one.guestOrNew());
    one.keepGuest('cart-1');
    expect([other.guest(), other.guestOrNew()]).toEqual(['cart-1', 'cart-1']);
    other.forgetGuest();
    expect(one.guest()).toBeUndefined();
  });

  it('are separate for each shopper who signs in in a tab', () => {
    const ids = createCartIds({ shared: storage(), tab: storage() });
    ids.keepOwn('ada@example.com', 'own-1');
    expect(ids.own('ada@example.com')).toBe('own-1');
    expect(ids.own('bob@example.com')).toBeUndefined();
  });

  it('have ids that match the contract', () => {
    expect(createCartIds({ shared: storage(), tab: storage() }).guestOrNew()).toMatch(/^[A-Za-z0-9_-]{22,64}$/);
  });
});
