import { buttonClass, Notice } from '@waypost/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { tripQuery } from '../api/queries.ts';
import type { Trip } from '../api/trips.ts';
import { FailedPage, Loading, ProblemNotice, SignedOut, Skeleton } from '../layout/states.tsx';
import { FullHeight } from '../layout/full-height.tsx';
import { Trail } from '../layout/trail.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { formatMoney } from '../money.ts';
import { useSession, useShop } from '../shop-context.tsx';
import { formatShortTime, formatTime } from '../times.ts';
import { CITIES } from './cities.ts';
import { tripStepsOf } from './trip-steps.ts';

const route = getRouteApi('/trips/$bookingId');

export function TripPage() {
  const session = useSession();
  usePageTitle('Your trip');
  if (!session) return <SignedOut purpose="Sign in to see this trip." />;
  return (
    <FullHeight>
      <TripOf email={session.email} />
    </FullHeight>
  );
}

function TripOf({ email }: { email: string }) {
  const { bookingId } = route.useParams();
  const { shop } = useShop();
  const progress = useQuery(tripQuery(shop, email, bookingId));
  if (progress.data) {
    return (
      <>
        {progress.isError && (
          <div className="mb-6">
            <ProblemNotice error={progress.error} title="This page may be out of date" />
          </div>
        )}
        <TripDetails trip={progress.data.trip} />
      </>
    );
  }
  if (progress.isError)
    return <FailedPage error={progress.error} missing="Trip" retry={() => void progress.refetch()} />;
  return (
    <Loading what="the trip">
      <Skeleton className="mb-8 h-10 w-72" />
      <Skeleton className="h-96 max-w-xl" />
    </Loading>
  );
}

const HEADLINES: Readonly<Record<Trip['status'], string>> = {
  PENDING: 'Booking in progress',
  CONFIRMED: 'Trip booked',
  CANCELLED: 'Trip not booked',
};

function TripDetails({ trip }: { trip: Trip }) {
  return (
    <>
      <h1 aria-live="polite" className="text-3xl font-extrabold tracking-tight sm:text-4xl">
        {HEADLINES[trip.status]}
      </h1>
      <p className="mb-8 mt-2 text-soft [overflow-wrap:anywhere]">
        Asked for on {formatTime(trip.placedAt)}. Trip <span className="font-mono text-sm">{trip.bookingId}</span>
      </p>
      <div className="grid gap-8 lg:grid-cols-[1fr_25rem] lg:gap-12">
        <div className="space-y-6">
          {trip.notices.map(({ code, detail }) => (
            <Notice key={code} title={detail} />
          ))}
          <Trail of="trip" steps={tripStepsOf(trip)} className="min-h-120" />
          <p className="min-h-11">
            {trip.status === 'CANCELLED' && (
              <Link to="/trips" search={searchFor(trip)} className={buttonClass()}>
                Search for another trip
              </Link>
            )}
          </p>
        </div>
        <TripBox trip={trip} />
      </div>
    </>
  );
}

const searchFor = ({ flight, travellers }: Trip) => ({
  from: flight.from,
  to: flight.to,
  date: flight.departsAt.slice(0, 10),
  travellers: travellers.length,
});

function TripBox({ trip: { flight, hotel, checkIn, checkOut, rooms, travellers, total } }: { trip: Trip }) {
  return (
    <section aria-label="Trip details" className="space-y-4 self-start rounded-2xl border border-line bg-card p-5">
      <h2 className="text-xl font-bold">
        {CITIES[flight.from]} – {CITIES[flight.to]}
      </h2>
      <dl className="space-y-3">
        <Fact name="There" value={formatShortTime(flight.departsAt)} />
        <Fact name="Back" value={formatShortTime(flight.returnDepartsAt)} />
        <Fact name={`${hotel.name}, ${CITIES[hotel.city]}`} value={`${checkIn} to ${checkOut}`} />
        <Fact name="Rooms" value={String(rooms)} />
        <Fact name="Travellers" value={travellers.map(({ name }) => name).join(', ')} />
        <Fact name="Together" value={formatMoney(total)} />
      </dl>
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-soft">{name}</dt>
      <dd className="font-semibold [overflow-wrap:anywhere]">{value}</dd>
    </div>
  );
}
