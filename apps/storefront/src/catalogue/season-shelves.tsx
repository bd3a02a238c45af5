import type { Product } from '../api/shop.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { productsQuery } from '../api/queries.ts';
import { Loading, Skeleton } from '../layout/states.tsx';
import { formatMoney } from '../money.ts';
import { useShop } from '../shop-context.tsx';
import { ProductCard, ProductCardSkeleton, ProductPicture } from './product-card.tsx';
import { seasonsFrom } from './seasons.ts';

type Words = ReturnType<typeof seasonsFrom>[0];

const NOW = 4;
const NEXT = 3;

/** Recommendations for the current season, and a few for the next ones. */
export function SeasonShelves() {
  const [now, ...next] = seasonsFrom(new Date());
  return (
    <div className="space-y-10">
      <CurrentSeason words={now} />
      <div className="grid gap-8 md:grid-cols-3 md:gap-5">
        {next.map((words) => (
          <NextSeason key={words.season} words={words} />
        ))}
      </div>
    </div>
  );
}

function CurrentSeason({ words }: { words: Words }) {
  const products = useRecommended(words, NOW);
  // Without recommendations, the page still shows the departments and the product list, which shows the error.
  if (products?.length === 0) return null;
  return (
    <section aria-labelledby={words.season}>
      <Heading words={words} title={`Now: ${words.name.toLowerCase()}`} />
      {products ? (
        <ul aria-label={`For ${words.season}`} className={shelf}>
          {products.map((product) => (
            <li key={product.sku}>
              <ProductCard product={product} />
            </li>
          ))}
        </ul>
      ) : (
        <Loading what={`what is for ${words.season}`}>
          <div className={shelf}>
            {Array.from({ length: NOW }, (_, index) => (
              <ProductCardSkeleton key={index} />
            ))}
          </div>
        </Loading>
      )}
    </section>
  );
}

const shelf = 'grid grid-cols-2 gap-3 sm:gap-5 lg:grid-cols-4';

function NextSeason({ words }: { words: Words }) {
  const products = useRecommended(words, NEXT);
  if (products?.length === 0) return null;
  return (
    <section aria-labelledby={words.season}>
      <Heading words={words} title={words.name} />
      {products ? (
        <ul aria-label={`For ${words.season}`} className="space-y-2">
          {products.map((product) => (
            <li key={product.sku}>
              <Recommendation product={product} />
            </li>
          ))}
        </ul>
      ) : (
        <Loading what={`what is for ${words.season}`}>
          <div className="space-y-2">
            {Array.from({ length: NEXT }, (_, index) => (
              <Skeleton key={index} className="h-20" />
            ))}
          </div>
        </Loading>
      )}
    </section>
  );
}

function Heading({ words: { season, line }, title }: { words: Words; title: string }) {
  return (
    <div className="mb-4">
      <h2 id={season} className="text-2xl font-extrabold">
        {title}
      </h2>
      <p className="mt-1 text-soft">{line}</p>
      <Link
        to="/"
        search={{ season }}
        className="inline-flex min-h-11 items-center font-semibold text-spruce hover:underline"
      >
        Everything for {season}
      </Link>
    </div>
  );
}

/** A product on one line. */
function Recommendation({ product }: { product: Product }) {
  const { sku, name, price } = product;
  return (
    <Link
      to="/products/$sku"
      params={{ sku }}
      className="group grid h-20 grid-cols-[6rem_1fr] items-center gap-3 overflow-hidden rounded-xl border border-line bg-card pr-3 hover:shadow-lg"
    >
      <ProductPicture product={product} />
      <span className="min-w-0">
        <span className="line-clamp-2 font-semibold leading-snug [overflow-wrap:anywhere] group-hover:underline">
          {name}
        </span>
        <span className="font-display text-sm font-bold">{formatMoney(price)}</span>
      </span>
    </Link>
  );
}

/**
 * Returns the first products of a season, available ones first; none if they can't be loaded, and `undefined` until
 * they are loaded.
 */
function useRecommended({ season }: Words, count: number): readonly Product[] | undefined {
  const { shop } = useShop();
  const { data, isError } = useInfiniteQuery(productsQuery(shop, { season }));
  if (isError && !data) return [];
  return data?.pages
    .flatMap(({ items }) => items)
    .toSorted((one, other) => Number(other.available) - Number(one.available))
    .slice(0, count);
}
