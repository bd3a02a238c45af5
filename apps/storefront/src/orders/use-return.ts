import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orderQuery } from '../api/queries.ts';
import { newIdempotencyKey } from '../checkout/idempotency-key.ts';
import { useShop } from '../shop-context.tsx';
import { linesOf } from './return-drafts.ts';
import type { ReturnDraft } from './return-drafts.ts';

/** The draft of a return, from the first choice until the shop accepts it. */
export interface ReturnRequest {
  /** Absent while no return is being prepared. */
  readonly draft: ReturnDraft | undefined;
  readonly isPending: boolean;
  /** The shop accepted the last request. */
  readonly taken: boolean;
  /** Error of the last request. */
  readonly error: Error | null;
  readonly begin: () => void;
  readonly choose: (sku: string, quantity: number) => void;
  readonly giveUp: () => void;
  /** Continues with a new idempotency key. The result of the last request stays unchanged. */
  readonly startAnew: () => void;
  /** Sends one request, even if it is called again before the response. */
  readonly ask: () => void;
}

/** Requests a return. A draft has one idempotency key, so sending it again never creates a second return. */
export function useReturn(email: string, orderId: string): ReturnRequest {
  const { shop, returnDrafts } = useShop();
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => returnDrafts.find(orderId));
  const mutationKey = ['return', email, orderId];
  const request = useMutation({
    mutationKey,
    mutationFn: (sent: ReturnDraft) => shop.requestReturn(orderId, linesOf(sent), sent.key),
    onSuccess: () => change(undefined),
    // Also after a client error, since the page is outdated, and after no response, since the request may have
    // succeeded.
    onSettled: () => client.invalidateQueries(orderQuery(shop, email, orderId)),
  });
  const change = (next: ReturnDraft | undefined) => {
    if (next) returnDrafts.keep(orderId, next);
    else returnDrafts.forget(orderId);
    setDraft(next);
  };
  const begin = () => {
    request.reset();
    change({ key: newIdempotencyKey(), quantities: {} });
  };
  return {
    draft,
    isPending: request.isPending,
    taken: request.isSuccess,
    error: request.error,
    begin,
    choose: (sku, quantity) => draft && change({ ...draft, quantities: { ...draft.quantities, [sku]: quantity } }),
    giveUp: () => {
      request.reset();
      change(undefined);
    },
    startAnew: () => {
      request.reset();
      if (draft) change({ ...draft, key: newIdempotencyKey() });
    },
    ask: () => {
      // The second click of a double-click arrives before the button is rendered as disabled.
      if (draft && client.isMutating({ mutationKey }) === 0) request.mutate(draft);
    },
  };
}
