import { buttonClass, Notice } from '@waypost/ui';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Loading, Nothing, ProblemNotice, Skeleton } from '../layout/states.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { formatMoney } from '../money.ts';
import { CartLineRow } from './cart-line-row.tsx';
import type { LineChange, ShownCart } from './carts.ts';
import { unitsIn, useCart, useCartChange } from './use-cart.ts';

export function CartPage() {
  const cart = useCart();
  usePageTitle('Your cart');
  if (cart.isPending) {
    return (
      <Loading what="your cart">
        <div className="space-y-3">
          <h1 className="mb-6 text-3xl font-extrabold">Your cart</h1>
          <Skeleton className="h-36" />
          <Skeleton className="h-36" />
        </div>
      </Loading>
    );
  }
  return (
    <>
      {cart.isError && !cart.data && <h1 className="mb-6 text-3xl font-extrabold">Your cart</h1>}
      {cart.isError && <ProblemNotice error={cart.error} retry={() => void cart.refetch()} />}
      {cart.data && <FilledOrEmpty cart={cart.data} />}
    </>
  );
}

function FilledOrEmpty({ cart }: { cart: ShownCart }) {
  const change = useCartChange();
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState('');
  const ask = (request: LineChange) => {
    change.mutate(request, {
      onSuccess: (after) => {
        const name = cart.items.find(({ sku }) => sku === request.sku)?.name ?? request.sku;
        setSaid(
          `${request.quantity === 0 ? `${name} is out` : `${name}: ${request.quantity}`}. ${unitsIn(after)} in the cart.`,
        );
        // The pressed button was removed with its line.
        if (request.quantity === 0) heading.current?.focus();
      },
    });
  };
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <h1 ref={heading} tabIndex={-1} className="mb-6 text-3xl font-extrabold outline-none">
        Your cart
      </h1>
      <div className="space-y-4">
        {change.isError && <ProblemNotice error={change.error} title="Your cart was not changed" />}
        {Boolean(cart.notMoved) && (
          <Notice title={`${cart.notMoved} things did not fit`}>
            A cart holds 40 different things. What you had put in before you signed in, and didn’t fit, is still there
            when you sign out.
          </Notice>
        )}
      </div>
      {cart.items.length === 0 ? <Empty /> : <Filled cart={cart} onChange={ask} />}
    </>
  );
}

function Empty() {
  return (
    <Nothing as="h2" title="Your cart is empty">
      <p>Products that you add appear here.</p>
      <Link to="/" className={buttonClass()}>
        Go to shop
      </Link>
    </Nothing>
  );
}

function Filled({ cart, onChange }: { cart: ShownCart; onChange: (change: LineChange) => void }) {
  const repriced = cart.items.some(({ changes }) => changes.includes('price_changed'));
  return (
    <div className="mt-4 grid gap-8 lg:grid-cols-[1fr_20rem]">
      <ul aria-label="Items in your cart" className="space-y-3">
        {cart.items.map((line) => (
          <CartLineRow key={line.sku} line={line} onChange={onChange} />
        ))}
      </ul>
      <section
        aria-label="Total"
        className="space-y-4 self-start rounded-2xl border border-line bg-card p-5 lg:sticky lg:top-6"
      >
        <dl className="flex items-baseline justify-between font-display text-xl font-bold">
          <dt>Total</dt>
          <dd>{formatMoney(cart.total)}</dd>
        </dl>
        <p className="text-sm text-soft">Shipping is free. Items are reserved when you place the order.</p>
        {repriced && <p className="font-semibold text-blaze">Accept the new prices first, or remove these items.</p>}
        <Link to="/checkout" className={`${buttonClass()} w-full`}>
          Go to checkout
        </Link>
      </section>
    </div>
  );
}
