import { Button, buttonClass } from '@waypost/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { tripsQuery } from '../api/queries.ts';
import type { TripStatus, TripSummary } from '../api/trips.ts';
import { Loading, Nothing, ProblemNotice, SignedOut, Skeleton } from '../layout/states.tsx';
import { FullHeight } from '../layout/full-height.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { formatMoney } from '../money.ts';
import { useSession, useShop } from '../shop-context.tsx';
import { CITIES } from './cities.ts';

export function TripsPage() {
  const session = useSession();
  usePageTitle('Your trips');
  if (!session) return <SignedOut purpose="Sign in to see your trips." />;
  return (
    <FullHeight>
      <Trips email={session.email} />
    </FullHeight>
  );
}

function Trips({ email }: { email: string }) {
  const { shop } = useShop();
  const trips = useInfiniteQuery(tripsQuery(shop, email));
  const items = trips.data?.pages.flatMap((page) => page.items) ?? [];
  if (trips.isSuccess && items.length === 0) return <NoTrips />;
  return (
    <>
      <h1 className="mb-6 text-3xl font-extrabold">Your trips</h1>
      {trips.isPending && (
        <Loading what="your trips">
          <div className="space-y-3">
            <Skeleton className="h-24" />
            <Skeleton className="h-24" />
          </div>
        </Loading>
      )}
      {trips.isError && <ProblemNotice error={trips.error} retry={() => void trips.refetch()} />}
      <ul aria-label="Trips" className="space-y-3">
        {items.map((trip) => (
          <li key={trip.bookingId}>
            <TripRow trip={trip} />
          </li>
        ))}
      </ul>
      {trips.hasNextPage && (
        <p className="mt-8 text-center">
          <Button look="quiet" busy={trips.isFetchingNextPage} onClick={() => void trips.fetchNextPage()}>
            Show earlier trips
          </Button>
        </p>
      )}
    </>
  );
}

const BADGES: Readonly<Record<TripStatus, { words: string; look: string }>> = {
  PENDING: { words: 'In progress', look: 'bg-sunk text-ink' },
  CONFIRMED: { words: 'Booked', look: 'bg-moss-wash text-spruce' },
  CANCELLED: { words: 'Not booked', look: 'bg-blaze-wash text-blaze' },
};

function TripRow({
  trip: { bookingId, from, to, hotelName, checkIn, checkOut, total, status },
}: {
  trip: TripSummary;
}) {
  const { words, look } = BADGES[status];
  return (
    <Link
      to="/trips/$bookingId"
      params={{ bookingId }}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-xl border border-line bg-card p-4 transition-shadow hover:shadow-md"
    >
      <span className="min-w-0 grow basis-64">
        <span className="block font-semibold">
          {CITIES[from]} – {CITIES[to]}, {hotelName}
        </span>
        <span className="block text-sm text-soft">
          {checkIn} to {checkOut}
        </span>
      </span>
      <span className="font-display font-bold">{formatMoney(total)}</span>
      <span className={`rounded-full px-3 py-1 text-sm font-semibold ${look}`}>{words}</span>
    </Link>
  );
}

function NoTrips() {
  return (
    <Nothing title="No trips yet">
      <p>Your trips and their progress appear here.</p>
      <Link to="/trips" className={buttonClass()}>
        Find a trip
      </Link>
    </Nothing>
  );
}
