import { buttonClass, Notice, SelectField } from '@waypost/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Product } from '../api/shop.ts';
import { AddToCart } from '../cart/add-to-cart.tsx';
import { productQuery, stockQuery } from '../api/queries.ts';
import { FailedPage, Loading, Skeleton } from '../layout/states.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { formatMoney } from '../money.ts';
import { useShop } from '../shop-context.tsx';
import { departmentOf } from './departments.ts';
import { Gallery } from './gallery.tsx';
import { describeStock } from './stock-words.ts';

const route = getRouteApi('/products/$sku');

export function ProductPage() {
  const { sku } = route.useParams();
  const { shop } = useShop();
  const product = useQuery(productQuery(shop, sku));
  if (product.isPending) return <ProductSkeleton />;
  if (product.isError)
    return <FailedPage error={product.error} missing="Product" retry={() => void product.refetch()} />;
  return <ProductDetails key={sku} product={product.data} />;
}

function ProductDetails({ product }: { product: Product }) {
  const { name, description, category, price, sku } = product;
  const department = departmentOf(category);
  usePageTitle(name);
  return (
    <>
      <p className="mb-4">
        <Link
          to="/"
          search={{ category }}
          className="inline-flex min-h-11 items-center font-semibold text-spruce hover:underline"
        >
          <span aria-hidden>←&nbsp;</span>
          {department?.name ?? 'Shop'}
        </Link>
      </p>
      <div className="grid gap-8 md:grid-cols-[1.2fr_1fr] lg:gap-14">
        <Gallery product={product} />
        <div>
          <h1 className="text-3xl font-extrabold tracking-tight [overflow-wrap:anywhere] sm:text-4xl">{name}</h1>
          <p className="mt-3 font-display text-2xl font-bold">{formatMoney(price)}</p>
          <p className="mt-5 max-w-prose text-lg [overflow-wrap:anywhere]">{description}</p>
          <Buy product={product} />
          <p className="mt-6 border-t border-line pt-4 text-sm text-soft">
            Shipping is free. Article <span className="font-mono">{sku}</span>
          </p>
        </div>
      </div>
    </>
  );
}

const dots = { plenty: 'bg-spruce', few: 'bg-blaze', none: 'bg-edge' } as const;

function Buy({ product }: { product: Product }) {
  const { shop } = useShop();
  const stock = useQuery(stockQuery(shop, product.sku));
  const [quantity, setQuantity] = useState(1);
  const words = stock.data ? describeStock(stock.data) : undefined;
  const left = stock.data?.available ?? (product.available ? Infinity : 0);
  return (
    <div className="mt-6 space-y-4">
      <p role="status" className="flex min-h-6 items-center gap-2 font-semibold">
        {words && <span aria-hidden className={`size-3 rounded-full ${dots[words.tone]}`} />}
        {words?.text ?? (stock.isError ? 'Availability is unknown right now' : 'Checking availability …')}
      </p>
      {left > 0 && (
        <>
          <div className="flex max-w-md items-start gap-4">
            <div className="w-28 shrink-0">
              <SelectField
                label="Quantity"
                required
                value={quantity}
                onChange={(event) => setQuantity(Number(event.target.value))}
              >
                {Array.from({ length: 99 }, (_, index) => (
                  <option key={index}>{index + 1}</option>
                ))}
              </SelectField>
            </div>
            <AddToCart product={product} quantity={quantity} className="grow space-y-1 pt-7" />
          </div>
          <Link to="/checkout" search={{ sku: product.sku, quantity }} className={buttonClass('quiet')}>
            Buy now
          </Link>
        </>
      )}
      {left > 0 && quantity > left && (
        <Notice title={`Only ${left} available`}>
          You can place the order, but it is cancelled unless we restock before it is packed.
        </Notice>
      )}
    </div>
  );
}

function ProductSkeleton() {
  return (
    <Loading what="the product">
      <div className="grid gap-8 pt-14 md:grid-cols-[1.2fr_1fr] lg:gap-14">
        <div className="space-y-3">
          <Skeleton className="aspect-6/5 rounded-2xl" />
          <div className="grid grid-cols-4 gap-3 sm:grid-cols-5">
            <Skeleton className="aspect-6/5" />
            <Skeleton className="aspect-6/5" />
            <Skeleton className="aspect-6/5" />
          </div>
        </div>
        <div className="space-y-4">
          <Skeleton className="h-10 w-4/5" />
          <Skeleton className="h-7 w-24" />
          <Skeleton className="h-28" />
        </div>
      </div>
    </Loading>
  );
}
