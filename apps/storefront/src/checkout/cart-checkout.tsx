import { Button, buttonClass, Notice } from '@waypost/ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { changeWords } from '../cart/change-words.ts';
import type { ShownCart } from '../cart/carts.ts';
import { useCart, useCartChange } from '../cart/use-cart.ts';
import { Loading, Nothing, ProblemNotice, Skeleton } from '../layout/states.tsx';
import { formatMoney, times } from '../money.ts';
import { CheckoutForm } from './checkout-form.tsx';
import { OrderTotal } from './order-total.tsx';

/** The checkout of what is in the cart. */
export function CartCheckout() {
  const cart = useCart();
  const [shown, setShown] = useState<ShownCart>();
  if (cart.isPending) {
    return (
      <Loading what="the checkout">
        <Skeleton className="mb-6 h-10 w-56" />
        <Skeleton className="h-96" />
      </Loading>
    );
  }
  if (!cart.data) return <ProblemNotice error={cart.error} retry={() => void cart.refetch()} />;
  const filled = cart.data.items.length > 0 ? cart.data : undefined;
  if (filled && filled !== shown) setShown(filled);
  // An answer that was lost leaves an empty cart: the form stays, since sending it again under its key tells what happened.
  const bought = filled ?? shown;
  if (!bought?.cartId) return <NothingToBuy />;
  const { cartId } = bought;
  return (
    <>
      <h1 className="mb-6 text-3xl font-extrabold">Checkout</h1>
      <CheckoutForm
        what={() => ({ cartId })}
        summary={() => (filled ? <CartSummary cart={filled} /> : <OrderedPerhaps />)}
      />
    </>
  );
}

function OrderedPerhaps() {
  return (
    <Notice title="Your cart is empty now">
      <p>
        It may be ordered already; <OrdersLink /> show it. Sending this form again never makes a second order.
      </p>
    </Notice>
  );
}

const OrdersLink = () => (
  <Link to="/orders" className="font-semibold text-spruce underline">
    your orders
  </Link>
);

function NothingToBuy() {
  return (
    <Nothing title="Nothing to buy yet">
      <p>
        Your cart is empty. If you just ordered, it is among <OrdersLink />.
      </p>
      <Link to="/" className={buttonClass()}>
        To the shop
      </Link>
    </Nothing>
  );
}

/** What is bought and what it comes to, with what changed since it was put in. */
function CartSummary({ cart: { items, total } }: { cart: ShownCart }) {
  const change = useCartChange();
  const changed = items.filter(({ changes }) => changes.length > 0);
  const repriced = items.filter(({ changes }) => changes.includes('price_changed'));
  return (
    <>
      <ul className="space-y-2">
        {items.map(({ sku, name, quantity, unitPrice }) => (
          <li key={sku} className="flex justify-between gap-4">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {quantity} × {name}
            </span>
            <span>{formatMoney(times(unitPrice, quantity))}</span>
          </li>
        ))}
      </ul>
      {changed.length > 0 && (
        <Notice title="It is not as you saw it">
          <ul className="space-y-1">
            {changed.map((line) => (
              <li key={line.sku}>
                {line.name}: {changeWords(line).join(' ')}
              </li>
            ))}
          </ul>
          {repriced.length > 0 && (
            <Button
              busy={change.isPending}
              onClick={() => {
                for (const { sku, quantity, unitPrice } of repriced) change.mutate({ sku, quantity, unitPrice });
              }}
            >
              Agree to the new prices
            </Button>
          )}
        </Notice>
      )}
      {change.isError && <ProblemNotice error={change.error} title="Your cart was not changed" />}
      <p>
        <Link to="/cart" className="font-semibold text-spruce underline">
          Change the cart
        </Link>
      </p>
      <OrderTotal total={total} />
    </>
  );
}
