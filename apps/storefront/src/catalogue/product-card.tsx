import { Link } from '@tanstack/react-router';
import type { Product } from '../api/shop.ts';
import { AddToCart } from '../cart/add-to-cart.tsx';
import { formatMoney } from '../money.ts';
import { Skeleton } from '../layout/states.tsx';

/** A product in a list. The whole card is clickable; the product's name is the link. */
export function ProductCard({ product }: { product: Product }) {
  const { sku, name, price, available } = product;
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-xl border border-line bg-card transition-shadow hover:shadow-lg has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--focus)">
      <ProductPicture
        product={product}
        className="transition-transform duration-300 group-hover:scale-[1.03] motion-reduce:transition-none"
      />
      <div className="flex grow flex-col justify-between gap-2 p-3 sm:p-4">
        <h3 className="font-sans text-base font-semibold leading-snug [overflow-wrap:anywhere]">
          <Link to="/products/$sku" params={{ sku }} className="outline-none after:absolute after:inset-0">
            {name}
          </Link>
        </h3>
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-display font-bold">{formatMoney(price)}</span>
          {!available && <span className="text-sm font-semibold text-blaze">Sold out</span>}
        </p>
        {available && <AddToCart product={product} look="quiet" className="relative space-y-1" />}
      </div>
    </article>
  );
}

/** First image of a product, or an empty frame of the same size. */
export function ProductPicture({
  product,
  className = '',
  eager = false,
}: {
  product: Product;
  className?: string;
  eager?: boolean;
}) {
  const [image] = product.images;
  return (
    <div className="aspect-6/5 overflow-hidden bg-sunk">
      {image && (
        <img
          src={image.url}
          alt={image.alt}
          width={480}
          height={400}
          loading={eager ? 'eager' : 'lazy'}
          className={`size-full object-cover ${product.available ? '' : 'saturate-40'} ${className}`}
        />
      )}
    </div>
  );
}

export function ProductCardSkeleton() {
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-card">
      <Skeleton className="aspect-6/5 rounded-none" />
      <div className="space-y-3 p-4">
        <Skeleton className="h-4 w-4/5" />
        <Skeleton className="h-4 w-1/3" />
      </div>
    </div>
  );
}
