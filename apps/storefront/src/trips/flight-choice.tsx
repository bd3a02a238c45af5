import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { flightsQuery } from '../api/queries.ts';
import type { City } from '../api/trips.ts';
import { Loading, Nothing, ProblemNotice, Skeleton } from '../layout/states.tsx';
import { formatMoney } from '../money.ts';
import { useShop } from '../shop-context.tsx';
import { formatShortTime } from '../times.ts';
import { Choice } from './choice.tsx';
import { nightsOf, stayOf, type TripSearch } from './trip-search.ts';

export function useFlights(request: { from: City; to: City; date: string }) {
  const { shop } = useShop();
  return useQuery(flightsQuery(shop, request));
}

export function FlightChoice({ flights, search }: { flights: ReturnType<typeof useFlights>; search: TripSearch }) {
  const navigate = useNavigate();
  if (flights.isError)
    return (
      <div className="mt-8">
        <ProblemNotice error={flights.error} retry={() => void flights.refetch()} />
      </div>
    );
  if (!flights.data)
    return (
      <Loading what="flights">
        <Skeleton className="mt-8 h-120" />
      </Loading>
    );
  if (flights.data.length === 0)
    return (
      <Nothing as="h2" title="No flights on that day">
        <p>Choose another day.</p>
      </Nothing>
    );
  return (
    <fieldset className="mt-8 min-h-120">
      <legend className="mb-3 font-display text-xl font-bold">Your flights</legend>
      <div className="grid gap-3">
        {flights.data.map((flight) => (
          <Choice
            key={flight.flightId}
            name="flight"
            checked={search.flight === flight.flightId}
            onChoose={() =>
              void navigate({
                to: '/trips',
                search: { ...search, flight: flight.flightId, hotel: undefined },
                replace: true,
                resetScroll: false,
              })
            }
          >
            <span>
              <span className="block font-semibold">
                There {formatShortTime(flight.departsAt)}, back {formatShortTime(flight.returnDepartsAt)}
              </span>
              <span className="block text-sm text-soft">{nightsOf(stayOf(flight))} nights</span>
            </span>
            <span className="font-display font-bold">{formatMoney(flight.price)} each</span>
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
