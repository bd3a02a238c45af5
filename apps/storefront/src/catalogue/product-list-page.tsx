import { Button } from '@waypost/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { productsQuery } from '../api/queries.ts';
import { Loading, Nothing, ProblemNotice } from '../layout/states.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useShop } from '../shop-context.tsx';
import { departmentOf, departments } from './departments.ts';
import { ProductCard, ProductCardSkeleton } from './product-card.tsx';
import { Front } from './signpost.tsx';

const route = getRouteApi('/');

export function ProductListPage() {
  const { category, query } = route.useSearch();
  const department = departmentOf(category);
  usePageTitle(query ? `“${query}”` : department?.name);
  return (
    <>
      {!category && !query && <Front />}
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          {category || query ? (
            <h1 className="text-3xl font-extrabold [overflow-wrap:anywhere]">
              {query ? `“${query}”` : department?.name}
            </h1>
          ) : (
            <h2 className="text-2xl font-extrabold">Everything we carry</h2>
          )}
          <p className="mt-1 text-soft">
            {query ? (department ? `Found in ${department.name}` : 'Found in all departments') : department?.line}
          </p>
        </div>
        <Search key={query ?? ''} />
      </div>
      <Departments />
      {(category || query) && <h2 className="sr-only">What there is</h2>}
      <Products />
    </>
  );
}

function Search() {
  const { category, query } = route.useSearch();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(query ?? '');
  const search = (event: FormEvent) => {
    event.preventDefault();
    const words = typed.trim();
    void navigate({ to: '/', search: { ...(words && { query: words }), ...(category && { category }) } });
  };
  return (
    <form role="search" onSubmit={search} className="flex w-full max-w-md gap-2">
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
  const { category, query } = route.useSearch();
  const among = query ? { query } : {};
  return (
    <nav aria-label="Departments" className="-mx-4 mb-6 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-1">
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
      <ul aria-label="Products" className={grid}>
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
            {products.isFetchingNextPage ? 'Fetching more …' : 'Show more'}
          </Button>
        )}
      </div>
    </>
  );
}

function NothingFound() {
  const { category, query } = route.useSearch();
  return (
    <Nothing as="h3" title="Nothing found here">
      <p>{query ? 'Try fewer or other words.' : 'These shelves are empty for now.'}</p>
      {(category || query) && (
        <Link to="/" className="font-semibold text-spruce underline">
          See everything we carry
        </Link>
      )}
    </Nothing>
  );
}
