import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orderQuery } from '../api/queries.ts';
import { useShop } from '../shop-context.tsx';

export interface Cancellation {
  /** The shop took the wish just now; the order tells so when it is looked at next. */
  readonly taken: boolean;
  readonly asking: boolean;
  /** Why it was refused or failed, the last time. */
  readonly error: Error | null;
  /** Asks once, however often it is called while there is no answer. */
  readonly ask: () => void;
}

/** Asking the shop to cancel an order. */
export function useCancellation(email: string, orderId: string): Cancellation {
  const { shop } = useShop();
  const client = useQueryClient();
  const mutationKey = ['cancel', email, orderId];
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationKey,
    mutationFn: () => shop.requestCancellation(orderId),
    // Also after a refusal: what the page shows is older than what was refused.
    onSettled: () => void client.invalidateQueries(orderQuery(shop, email, orderId)),
  });
  return {
    taken: isSuccess,
    asking: isPending,
    error,
    // The second click of two comes before the page is drawn anew and its button disabled.
    ask: () => {
      if (client.isMutating({ mutationKey }) === 0) mutate();
    },
  };
}
