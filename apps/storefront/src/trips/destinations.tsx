import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { destinationsQuery } from '../api/queries.ts';
import type { City } from '../api/trips.ts';
import { Loading, ProblemNotice, Skeleton } from '../layout/states.tsx';
import { formatMoney } from '../money.ts';
import { useShop } from '../shop-context.tsx';
import { formatDay } from '../times.ts';
import { CITIES } from './cities.ts';
import { nightsOf, stayOf } from './trip-search.ts';

/** Destinations from a city with their lowest fares. Each links to the flights of its day. */
export function Destinations({ from }: { from: City }) {
  const { shop } = useShop();
  const destinations = useQuery(destinationsQuery(shop, from));
  return (
    <section aria-labelledby="destinations-title" className="mt-8 min-h-120">
      <h2 id="destinations-title" className="font-display text-xl font-bold">
        From {CITIES[from]}: lowest fares of the next six weeks
      </h2>
      <p className="mb-3 text-sm text-soft">Prices are for a round trip and one traveller.</p>
      {destinations.isError && <ProblemNotice error={destinations.error} retry={() => void destinations.refetch()} />}
      {destinations.isPending && (
        <Loading what="destinations">
          <Skeleton className="h-96" />
        </Loading>
      )}
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {destinations.data?.map(({ city, flight }) => {
          const stay = stayOf(flight);
          return (
            <li key={city}>
              <Link
                to="/trips"
                search={{ from, to: city, date: stay.checkIn, flight: flight.flightId }}
                className="flex h-full items-baseline justify-between gap-4 rounded-2xl border border-line bg-card p-5 hover:border-spruce"
              >
                <span>
                  <span className="block text-lg font-bold">{CITIES[city]}</span>
                  <span className="block text-sm text-soft">
                    {formatDay(flight.departsAt)}, {nightsOf(stay)} nights
                  </span>
                </span>
                <span className="whitespace-nowrap font-semibold">{formatMoney(flight.price)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
