import { buttonClass } from '@waypost/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { productQuery } from '../api/queries.ts';
import { FailedPage, Loading, Nothing, SignedOut, Skeleton } from '../layout/states.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useSession, useShop } from '../shop-context.tsx';
import { CheckoutForm } from './checkout-form.tsx';

const route = getRouteApi('/checkout');

export function CheckoutPage() {
  const { sku, quantity } = route.useSearch();
  const { shop } = useShop();
  const session = useSession();
  const product = useQuery({ ...productQuery(shop, sku), enabled: Boolean(sku && session) });
  usePageTitle('Checkout');

  if (!sku) {
    return (
      <Nothing title="Nothing to buy yet">
        <p>Choose something in the shop first.</p>
        <Link to="/" className={buttonClass()}>
          To the shop
        </Link>
      </Nothing>
    );
  }
  if (!session) return <SignedOut purpose="An order belongs to somebody. Signing in brings you back here." />;
  if (product.isPending) {
    return (
      <Loading what="the checkout">
        <Skeleton className="mb-6 h-10 w-56" />
        <Skeleton className="h-96" />
      </Loading>
    );
  }
  if (product.isError)
    return <FailedPage error={product.error} missing="This product" retry={() => void product.refetch()} />;
  return (
    <>
      <h1 className="mb-6 text-3xl font-extrabold">Checkout</h1>
      <CheckoutForm key={sku} product={product.data} quantity={quantity} />
    </>
  );
}
