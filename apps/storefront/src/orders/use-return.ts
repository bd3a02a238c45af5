import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orderQuery } from '../api/queries.ts';
import { newIdempotencyKey } from '../checkout/idempotency-key.ts';
import { useShop } from '../shop-context.tsx';
import { linesOf } from './return-drafts.ts';
import type { ReturnDraft } from './return-drafts.ts';

/** What is being sent back of an order, from the first choice to the shop's word that it knows. */
export interface ReturnRequest {
  /** Absent while nobody wants to send anything back. */
  readonly draft: ReturnDraft | undefined;
  readonly asking: boolean;
  /** The shop took the last one. */
  readonly taken: boolean;
  /** Why it was refused or failed, the last time. */
  readonly error: Error | null;
  readonly begin: () => void;
  readonly choose: (sku: string, quantity: number) => void;
  readonly giveUp: () => void;
  /** Goes on under another key: what came of the last one stays as it is. */
  readonly startAnew: () => void;
  /** Asks once, however often it is called while there is no answer. */
  readonly ask: () => void;
}

/** Asking the shop to take something of an order back. One draft has one key, so a lost answer never makes a second return. */
export function useReturn(email: string, orderId: string): ReturnRequest {
  const { shop, returnDrafts } = useShop();
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => returnDrafts.find(orderId));
  const mutationKey = ['return', email, orderId];
  const request = useMutation({
    mutationKey,
    mutationFn: (sent: ReturnDraft) => shop.requestReturn(orderId, linesOf(sent), sent.key),
    onSuccess: () => change(undefined),
    // Also after a refusal, since what the page shows is older; and after silence, since it may have arrived.
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
    asking: request.isPending,
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
      // The second click of two comes before the page is drawn anew and its button disabled.
      if (draft && client.isMutating({ mutationKey }) === 0) request.mutate(draft);
    },
  };
}
