import { Button } from '@waypost/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { productsQuery } from '../api/queries.ts';
import type { ProductFilter } from '../api/shop.ts';
import { Loading, Nothing, ProblemNotice } from '../layout/states.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { formatMoney } from '../money.ts';
import { useShop } from '../shop-context.tsx';
import { departmentOf, departments } from './departments.ts';
import { Front } from './front.tsx';
import { ProductCard, ProductCardSkeleton } from './product-card.tsx';
import { asSeason, seasons, describeSeason } from './seasons.ts';

const route = getRouteApi('/');

export function ProductListPage() {
  const { category, query, season } = route.useSearch();
  const department = departmentOf(category);
  const words = describeSeason(season);
  const title = query ? `“${query}”` : (department?.name ?? words?.name);
  usePageTitle(title);
  return (
    <>
      <Search />
      {title ? (
        <div className="mb-6">
          <h1 className="text-3xl font-extrabold [overflow-wrap:anywhere]">{title}</h1>
          <p className="mt-1 text-soft">
            {query ? (department ? `Found in ${department.name}` : 'Found in all departments') : department?.line}{' '}
            {words?.line}
          </p>
        </div>
      ) : (
        <>
          <Front />
          <h2 className="mb-6 text-2xl font-extrabold">All products</h2>
        </>
      )}
      <Departments />
      <Filters />
      {title && <h2 className="sr-only">Products</h2>}
      <Products />
    </>
  );
}

/** Pause after which typing counts as finished, in milliseconds. */
const TYPING_PAUSE = 250;

/** Searches while the shopper types. The address follows without a history entry for each letter. */
function Search() {
  const { query = '', ...filters } = route.useSearch();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(query);
  const lastQuery = useRef(query);
  const search = (words: string, replace: boolean) => {
    if (words === lastQuery.current) return;
    lastQuery.current = words;
    void navigate({ to: '/', search: { query: words || undefined, ...filters }, replace });
  };
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  useEffect(() => {
    const waiting = setTimeout(() => latest.current(typed.trim(), true), TYPING_PAUSE);
    return () => clearTimeout(waiting);
  }, [typed]);
  useEffect(() => {
    // The address was changed by a link or by going back.
    if (query === lastQuery.current) return;
    lastQuery.current = query;
    setTyped(query);
  }, [query]);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search(typed.trim(), false);
      }}
      className="mb-6 flex w-full max-w-xl gap-2"
    >
      <input
        type="search"
        name="query"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        maxLength={100}
        aria-label="Search the shop"
        placeholder="Search: wool, lantern, tent …"
        className="min-h-11 w-full min-w-0 rounded-full border border-edge bg-card px-4 placeholder:text-soft"
      />
      <Button type="submit" look="quiet">
        Search
      </Button>
    </form>
  );
}

const chip =
  'flex min-h-11 items-center whitespace-nowrap rounded-full border border-line bg-card px-4 font-semibold hover:border-ink data-[on=true]:border-spruce data-[on=true]:bg-spruce data-[on=true]:text-on-spruce';

function Departments() {
  const { category, ...among } = route.useSearch();
  return (
    <nav aria-label="Departments" className="-mx-4 mb-4 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-1">
      <ul className="flex gap-2 sm:flex-wrap">
        <li>
          <Link to="/" search={among} className={chip} data-on={!category} aria-current={category ? undefined : 'true'}>
            All
          </Link>
        </li>
        {departments.map((department) => (
          <li key={department.category}>
            <Link
              to="/"
              search={{ ...among, category: department.category }}
              className={chip}
              data-on={category === department.category}
              aria-current={category === department.category ? 'true' : undefined}
            >
              {department.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** In minor units. */
const PRICE_STEPS = [5000, 15_000, 40_000];

function Filters() {
  const { maxPrice, available, season, ...among } = route.useSearch();
  const navigate = useNavigate();
  const [price, choosePrice] = useShownAtOnce(maxPrice);
  const [there, chooseThere] = useShownAtOnce(available);
  const [time, chooseTime] = useShownAtOnce(season);
  const filter = (by: Pick<ProductFilter, 'maxPrice' | 'available' | 'season'>) => {
    const search = { ...among, season: time, maxPrice: price, available: there, ...by };
    void navigate({ to: '/', search, resetScroll: false });
  };
  const steps = maxPrice === undefined || PRICE_STEPS.includes(maxPrice) ? PRICE_STEPS : [...PRICE_STEPS, maxPrice];
  return (
    <div role="group" aria-label="Filters" className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-2">
      <label className="flex min-h-11 items-center gap-2 font-semibold">
        Price
        <select
          value={price ?? ''}
          onChange={(event) => {
            const amount = Number(event.target.value) || undefined;
            choosePrice(amount);
            filter({ maxPrice: amount });
          }}
          className="min-h-11 rounded-lg border border-edge bg-card px-3 font-normal"
        >
          <option value="">any</option>
          {steps.map((amount) => (
            <option key={amount} value={amount}>
              up to {formatMoney({ amount, currency: 'EUR' })}
            </option>
          ))}
        </select>
      </label>
      <label className="flex min-h-11 items-center gap-2 font-semibold">
        Season
        <select
          value={time ?? ''}
          onChange={(event) => {
            const wanted = asSeason(event.target.value);
            chooseTime(wanted);
            filter({ season: wanted });
          }}
          className="min-h-11 rounded-lg border border-edge bg-card px-3 font-normal"
        >
          <option value="">any</option>
          {seasons.map(({ season: value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="flex min-h-11 items-center gap-2 font-semibold">
        <input
          type="checkbox"
          className="size-5 accent-spruce"
          checked={there === 'true'}
          onChange={(event) => {
            const wanted = event.target.checked ? 'true' : undefined;
            chooseThere(wanted);
            filter({ available: wanted });
          }}
        />
        In stock only
      </label>
    </div>
  );
}

/** Value of a control that is part of the address. It changes at once; the address follows a moment later. */
function useShownAtOnce<Value>(addressed: Value) {
  const shown = useState(addressed);
  const [, show] = shown;
  useEffect(() => show(addressed), [addressed, show]);
  return shown;
}

const grid = 'grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-5 lg:grid-cols-4';

function Products() {
  const { shop } = useShop();
  const products = useInfiniteQuery(productsQuery(shop, route.useSearch()));

  if (products.isPending) {
    return (
      <Loading what="products">
        <div className={grid}>
          {Array.from({ length: 8 }, (_, index) => (
            <ProductCardSkeleton key={index} />
          ))}
        </div>
      </Loading>
    );
  }
  const items = products.data?.pages.flatMap((page) => page.items) ?? [];
  if (products.isError && items.length === 0)
    return <ProblemNotice error={products.error} retry={() => void products.refetch()} />;
  if (items.length === 0) return <NothingFound />;
  return (
    <>
      <p role="status" className="sr-only">
        {items.length} {products.hasNextPage ? 'shown, and there are more' : 'found'}
      </p>
      <ul aria-label="Products" aria-busy={products.isPlaceholderData || undefined} className={grid}>
        {items.map((product) => (
          <li key={product.sku}>
            <ProductCard product={product} />
          </li>
        ))}
      </ul>
      <div className="mt-8 flex flex-col items-center gap-4">
        {products.isError && <ProblemNotice error={products.error} />}
        {products.hasNextPage && (
          <Button look="quiet" busy={products.isFetchingNextPage} onClick={() => void products.fetchNextPage()}>
            {products.isFetchingNextPage ? 'Loading more …' : 'Show more'}
          </Button>
        )}
      </div>
    </>
  );
}

function NothingFound() {
  const { category, query, season } = route.useSearch();
  return (
    <Nothing as="h3" title="No products found">
      <p>{query ? 'Try fewer or different words.' : 'This department has no products yet.'}</p>
      {(category || query || season) && (
        <Link to="/" className="font-semibold text-spruce underline">
          See all products
        </Link>
      )}
    </Nothing>
  );
}
