import { Button } from '@waypost/ui';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { fieldErrors } from '../api/problem.ts';
import type { Ordered } from '../api/shop.ts';
import { useCartRefresh } from '../cart/use-cart.ts';
import { useShop } from '../shop-context.tsx';
import { AddressFields } from './address-fields.tsx';
import { CheckoutProblem } from './checkout-problem.tsx';
import type { Draft } from './draft.ts';
import { emptyDraft, missingFrom, requestOf } from './draft.ts';
import { newIdempotencyKey } from './idempotency-key.ts';
import { PaymentFields } from './payment-fields.tsx';

const nothingMissing: ReadonlyMap<string, string> = new Map();

interface Props {
  /** Builds the order from the completed form. */
  readonly what: (draft: Draft) => Ordered;
  readonly quantity?: number;
  readonly summary: (
    draft: Draft,
    change: (part: Partial<Draft>) => void,
    errors: ReadonlyMap<string, string>,
  ) => ReactNode;
}

export function CheckoutForm({ what, quantity = 1, summary }: Props) {
  const { shop } = useShop();
  const navigate = useNavigate();
  const refreshCart = useCartRefresh();
  const [draft, setDraft] = useState(() => emptyDraft(quantity));
  const [missing, setMissing] = useState(nothingMissing);
  // One idempotency key per checkout, so that sending it again never places a second order.
  const [key, setKey] = useState(() => newIdempotencyKey());
  // The second click of a double-click arrives before the button is rendered as disabled.
  const sending = useRef(false);
  const place = useMutation({
    mutationFn: () => shop.placeOrder(requestOf(what(draft), draft), key),
    onSuccess: ({ orderId }) => navigate({ to: '/orders/$orderId', params: { orderId }, replace: true }),
    onSettled: () => {
      sending.current = false;
      refreshCart();
    },
  });
  const errors = missing.size > 0 ? missing : fieldErrors(place.error);
  const form = useFocusOnFirstError(errors);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const empty = missingFrom(draft);
    setMissing(empty);
    if (empty.size > 0 || sending.current || place.isSuccess) return;
    sending.current = true;
    place.mutate();
  };
  const startAnew = () => {
    setKey(newIdempotencyKey());
    place.reset();
  };
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });

  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-8 lg:grid-cols-[1fr_22rem] lg:gap-12">
      <div className="space-y-10">
        {missing.size === 0 && place.isError && <CheckoutProblem error={place.error} startAnew={startAnew} />}
        <AddressFields address={draft.address} errors={errors} onChange={(address) => change({ address })} />
        <PaymentFields draft={draft} errors={errors} onChange={change} />
      </div>
      <section
        aria-label="Your order"
        className="space-y-4 self-start rounded-2xl border border-line bg-card p-5 lg:sticky lg:top-6"
      >
        <h2 className="text-xl font-bold">Your order</h2>
        {summary(draft, change, errors)}
        <p className="text-sm text-soft">We review large orders before we confirm them.</p>
        <Button type="submit" busy={place.isPending || place.isSuccess} className="w-full">
          {place.isPending || place.isSuccess ? 'Placing order …' : 'Place order'}
        </Button>
      </section>
    </form>
  );
}

/** Moves the focus to the first invalid field. */
function useFocusOnFirstError(errors: ReadonlyMap<string, string>) {
  const form = useRef<HTMLFormElement>(null);
  const fields = [...errors].join();
  useEffect(() => {
    if (fields) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [fields]);
  return form;
}
