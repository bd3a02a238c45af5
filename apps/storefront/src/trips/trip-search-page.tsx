import { getRouteApi, Link } from '@tanstack/react-router';
import type { City } from '../api/trips.ts';
import { FullHeight } from '../layout/full-height.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useState } from 'react';
import { BookingForm } from './booking-form.tsx';
import { Destinations } from './destinations.tsx';
import { FlightChoice, useFlights } from './flight-choice.tsx';
import { HotelChoice, useHotels } from './hotel-choice.tsx';
import { DEFAULT_DEPARTURE, SearchForm } from './search-form.tsx';
import { stayOf, type TripSearch } from './trip-search.ts';

const route = getRouteApi('/trips');

/** Search, choice and booking of a trip. Each part follows the previous one, and the address holds every choice. */
export function TripSearchPage() {
  usePageTitle('Trips');
  const search = route.useSearch();
  const { from, to, date } = search;
  const [departure, setDeparture] = useState<City>(from ?? DEFAULT_DEPARTURE);
  return (
    <FullHeight>
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-4">
        <h1 className="text-3xl font-extrabold tracking-tight sm:text-4xl">Book a trip</h1>
        <Link to="/trips/booked" className="font-semibold text-spruce underline">
          Your trips
        </Link>
      </div>
      <SearchForm search={search} onFromChange={setDeparture} />
      {!(from && to && date) && <Destinations from={departure} />}
      {from && to && date && <Choices key={`${from}${to}${date}`} search={search} request={{ from, to, date }} />}
    </FullHeight>
  );
}

function Choices({ search, request }: { search: TripSearch; request: { from: City; to: City; date: string } }) {
  const flights = useFlights(request);
  const flight = flights.data?.find(({ flightId }) => flightId === search.flight);
  return (
    <>
      <FlightChoice flights={flights} search={search} />
      {flight && <Stay search={search} flight={flight} />}
    </>
  );
}

function Stay({
  search,
  flight,
}: {
  search: TripSearch;
  flight: NonNullable<ReturnType<typeof useFlights>['data']>[number];
}) {
  const city = search.city ?? flight.to;
  const stay = stayOf(flight);
  const hotels = useHotels({ city, ...stay });
  const hotel = hotels.data?.find(({ hotelId }) => hotelId === search.hotel);
  return (
    <>
      <HotelChoice hotels={hotels} search={search} flight={flight} city={city} />
      {hotel && (
        <BookingForm key={`${flight.flightId}${hotel.hotelId}`} search={search} flight={flight} hotel={hotel} />
      )}
    </>
  );
}
