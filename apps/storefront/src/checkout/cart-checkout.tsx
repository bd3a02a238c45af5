import { Button, buttonClass, Notice } from '@waypost/ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { describeChange } from '../cart/change-words.ts';
import type { ShownCart } from '../cart/carts.ts';
import { useCart, useCartChange } from '../cart/use-cart.ts';
import { Loading, Nothing, ProblemNotice, Skeleton } from '../layout/states.tsx';
import { formatMoney, times } from '../money.ts';
import { CheckoutForm } from './checkout-form.tsx';
import { OrderTotal } from './order-total.tsx';

/** Checkout of the cart. */
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
  // After a lost response, the cart may be empty. The form stays, since sending it again with its idempotency key
  // returns the result.
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
    <Notice title="Your cart is empty">
      <p>
        You may have placed this order already: see <OrdersLink />. Sending this form again never places a second order.
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
    <Nothing title="Your cart is empty">
      <p>
        If you just placed an order, it is in <OrdersLink />.
      </p>
      <Link to="/" className={buttonClass()}>
        Go to shop
      </Link>
    </Nothing>
  );
}

/** Ordered items with their total, and changes since they were added. */
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
        <Notice title="Prices or availability changed">
          <ul className="space-y-1">
            {changed.map((line) => (
              <li key={line.sku}>
                {line.name}: {describeChange(line).join(' ')}
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
              Accept the new prices
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
