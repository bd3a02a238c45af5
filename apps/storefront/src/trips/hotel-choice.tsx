import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { hotelsQuery } from '../api/queries.ts';
import type { City, Flight } from '../api/trips.ts';
import { Loading, ProblemNotice, Skeleton } from '../layout/states.tsx';
import { formatMoney } from '../money.ts';
import { useShop } from '../shop-context.tsx';
import { Choice } from './choice.tsx';
import { asCity, CITIES } from './cities.ts';
import { CityField } from './search-form.tsx';
import type { TripSearch } from './trip-search.ts';

export function useHotels(request: { city: City; checkIn: string; checkOut: string }) {
  const { shop } = useShop();
  return useQuery(hotelsQuery(shop, request));
}

export function HotelChoice({
  hotels,
  search,
  flight,
  city,
}: {
  hotels: ReturnType<typeof useHotels>;
  search: TripSearch;
  flight: Flight;
  city: City;
}) {
  const navigate = useNavigate();
  const change = (part: Partial<TripSearch>) =>
    void navigate({ to: '/trips', search: { ...search, ...part }, replace: true, resetScroll: false });
  return (
    <fieldset className="mt-8 min-h-96">
      <legend className="mb-3 font-display text-xl font-bold">Your hotel</legend>
      <div className="mb-4 max-w-xs">
        <CityField label="In" value={city} onChange={(chosen) => change({ city: asCity(chosen), hotel: undefined })} />
      </div>
      <p aria-live="polite" className="mb-3 min-h-6 text-soft">
        {city !== flight.to && `Your flight goes to ${CITIES[flight.to]}, and this hotel is in ${CITIES[city]}.`}
      </p>
      {hotels.isError && <ProblemNotice error={hotels.error} retry={() => void hotels.refetch()} />}
      {hotels.isPending && (
        <Loading what="hotels">
          <Skeleton className="h-52" />
        </Loading>
      )}
      <div className="grid gap-3">
        {hotels.data?.map((hotel) => (
          <Choice
            key={hotel.hotelId}
            name="hotel"
            checked={search.hotel === hotel.hotelId}
            onChoose={() => change({ hotel: hotel.hotelId })}
          >
            <span className="font-semibold">{hotel.name}</span>
            <span className="font-display font-bold">{formatMoney(hotel.price)} a room and night</span>
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
