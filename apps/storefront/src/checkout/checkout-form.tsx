import { Button } from '@waypost/ui';
import type { Product } from '@waypost/contracts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { fieldErrors } from '../api/problem.ts';
import { useShop } from '../shop-context.tsx';
import { AddressFields } from './address-fields.tsx';
import { CheckoutProblem } from './checkout-problem.tsx';
import { emptyDraft, missingFrom, pointers, requestOf } from './draft.ts';
import { newIdempotencyKey } from './idempotency-key.ts';
import { OrderSummaryBox } from './order-summary-box.tsx';
import { PaymentFields } from './payment-fields.tsx';

const nothingMissing: ReadonlyMap<string, string> = new Map();

export function CheckoutForm({ product, quantity }: { product: Product; quantity: number }) {
  const { shop } = useShop();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => emptyDraft(quantity));
  const [missing, setMissing] = useState(nothingMissing);
  // One key for one checkout, however often it is sent: a lost answer never makes a second order.
  const [key, setKey] = useState(() => newIdempotencyKey());
  const place = useMutation({
    mutationFn: () => shop.placeOrder(requestOf(product.sku, draft), key),
    onSuccess: ({ orderId }) => navigate({ to: '/orders/$orderId', params: { orderId }, replace: true }),
  });
  const errors = missing.size > 0 ? missing : fieldErrors(place.error);
  const form = useFocusOnFirstError(errors);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const empty = missingFrom(draft);
    setMissing(empty);
    if (empty.size === 0 && !place.isPending) place.mutate();
  };
  const startAnew = () => {
    setKey(newIdempotencyKey());
    place.reset();
  };

  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-8 lg:grid-cols-[1fr_22rem] lg:gap-12">
      <div className="space-y-10">
        {missing.size === 0 && place.isError && <CheckoutProblem error={place.error} startAnew={startAnew} />}
        <AddressFields
          address={draft.address}
          errors={errors}
          onChange={(address) => setDraft({ ...draft, address })}
        />
        <PaymentFields draft={draft} errors={errors} onChange={(part) => setDraft({ ...draft, ...part })} />
      </div>
      <OrderSummaryBox
        product={product}
        quantity={draft.quantity}
        error={errors.get(pointers.quantity)}
        onChange={(chosen) => setDraft({ ...draft, quantity: chosen })}
      >
        <Button type="submit" busy={place.isPending} className="w-full">
          {place.isPending ? 'Placing the order …' : 'Place the order'}
        </Button>
      </OrderSummaryBox>
    </form>
  );
}

/** Leads to the first field that is wrong, so that nobody has to look for it. */
function useFocusOnFirstError(errors: ReadonlyMap<string, string>) {
  const form = useRef<HTMLFormElement>(null);
  const told = [...errors].join();
  useEffect(() => {
    if (told) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [told]);
  return form;
}
