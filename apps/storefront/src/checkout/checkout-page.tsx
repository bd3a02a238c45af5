import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { productQuery } from '../api/queries.ts';
import { FailedPage, Loading, SignedOut, Skeleton } from '../layout/states.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useSession, useShop } from '../shop-context.tsx';
import { CartCheckout } from './cart-checkout.tsx';
import { CheckoutForm } from './checkout-form.tsx';
import { FullHeight } from '../layout/full-height.tsx';
import { pointers } from './draft.ts';
import { ProductSummary } from './product-summary.tsx';

const route = getRouteApi('/checkout');

/** Checkout of the cart, or of the one product that the address names. */
export function CheckoutPage() {
  const { sku, quantity = 1 } = route.useSearch();
  const session = useSession();
  usePageTitle('Checkout');
  if (!session) return <SignedOut purpose="Sign in to place an order. You return to this page afterwards." />;
  return (
    <FullHeight>{sku ? <ProductCheckout key={sku} sku={sku} quantity={quantity} /> : <CartCheckout />}</FullHeight>
  );
}

function ProductCheckout({ sku, quantity }: { sku: string; quantity: number }) {
  const { shop } = useShop();
  const product = useQuery(productQuery(shop, sku));
  if (product.isPending) {
    return (
      <Loading what="the checkout">
        <Skeleton className="mb-6 h-10 w-56" />
        <Skeleton className="h-96" />
      </Loading>
    );
  }
  if (product.isError)
    return <FailedPage error={product.error} missing="Product" retry={() => void product.refetch()} />;
  return (
    <>
      <h1 className="mb-6 text-3xl font-extrabold">Checkout</h1>
      <CheckoutForm
        quantity={quantity}
        what={(draft) => ({ lines: [{ sku, quantity: draft.quantity }] })}
        summary={(draft, change, errors) => (
          <ProductSummary
            product={product.data}
            quantity={draft.quantity}
            error={errors.get(pointers.quantity)}
            onChange={(chosen) => change({ quantity: chosen })}
          />
        )}
      />
    </>
  );
}
