import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orderQuery } from '../api/queries.ts';
import { useShop } from '../shop-context.tsx';

export interface Cancellation {
  /** The shop accepted the cancellation request. The order shows it at the next poll. */
  readonly taken: boolean;
  readonly isPending: boolean;
  /** Error of the last request. */
  readonly error: Error | null;
  /** Sends one request, even if it is called again before the response. */
  readonly ask: () => void;
}

/** Requests the cancellation of an order. */
export function useCancellation(email: string, orderId: string): Cancellation {
  const { shop } = useShop();
  const client = useQueryClient();
  const mutationKey = ['cancel', email, orderId];
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationKey,
    mutationFn: () => shop.requestCancellation(orderId),
    // Also after a client error: the page is older than the state that caused it.
    onSettled: () => void client.invalidateQueries(orderQuery(shop, email, orderId)),
  });
  return {
    taken: isSuccess,
    isPending,
    error,
    // The second click of a double-click arrives before the button is rendered as disabled.
    ask: () => {
      if (client.isMutating({ mutationKey }) === 0) mutate();
    },
  };
}
