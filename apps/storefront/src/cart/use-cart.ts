import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSession, useShop } from '../shop-context.tsx';
import type { Carts, LineChange, ShownCart } from './carts.ts';

/** A cart is somebody's: the key carries whose. Other tabs change it too, so it is read again whenever the tab is looked at. */
export const cartQuery = (carts: Carts, email: string | undefined) =>
  queryOptions({
    queryKey: ['cart', email ?? ''],
    queryFn: ({ signal }) => carts.read(email, signal),
    staleTime: 0,
  });

/** The cart of who is here now. */
export function useCart() {
  const { carts } = useShop();
  return useQuery(cartQuery(carts, useSession()?.email));
}

/** Reads the cart anew, after something happened to it that its own changes don't tell. */
export function useCartRefresh(): () => void {
  const { carts } = useShop();
  const email = useSession()?.email;
  const client = useQueryClient();
  return () => void client.invalidateQueries(cartQuery(carts, email));
}

/** Changing the cart: `add` puts more in, otherwise a line is set. One change after the other, so that their answers come in order. */
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

/** How many things are in a cart, all units counted. */
export const unitsIn = (cart: ShownCart | undefined): number =>
  cart?.items.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
