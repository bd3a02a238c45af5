import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSession, useShop } from '../shop-context.tsx';
import type { Carts, LineChange, ShownCart } from './carts.ts';

/**
 * The query key contains the shopper. Other tabs change the cart too, so it is read again whenever the tab gets the
 * focus.
 */
export const cartQuery = (carts: Carts, email: string | undefined) =>
  queryOptions({
    queryKey: ['cart', email ?? ''],
    queryFn: ({ signal }) => carts.read(email, signal),
    staleTime: 0,
  });

/** Cart of the current shopper or guest. */
export function useCart() {
  const { carts } = useShop();
  return useQuery(cartQuery(carts, useSession()?.email));
}

/** Invalidates the cart after a change outside of its own mutations. */
export function useCartRefresh(): () => void {
  const { carts } = useShop();
  const email = useSession()?.email;
  const client = useQueryClient();
  return () => void client.invalidateQueries(cartQuery(carts, email));
}

/**
 * Changes the cart: `add` adds units, otherwise the line's quantity is set. Changes run one after the other, so that
 * their responses arrive in order.
 */
export function useCartChange() {
  const { carts } = useShop();
  const email = useSession()?.email;
  const client = useQueryClient();
  const { queryKey } = cartQuery(carts, email);
  return useMutation({
    scope: { id: 'cart' },
    mutationFn: ({ add = false, ...change }: LineChange & { readonly add?: boolean }): Promise<ShownCart> =>
      add ? carts.add(email, change, client.getQueryData(queryKey)) : carts.change(email, change),
    onMutate: () => client.cancelQueries({ queryKey }),
    onSuccess: (cart) => client.setQueryData<ShownCart>(queryKey, cart),
  });
}

/** Number of units in a cart. */
export const unitsIn = (cart: ShownCart | undefined): number =>
  cart?.items.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
