import { Button, Field, buttonClass } from '@waypost/ui';
import { useMutation } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { fieldErrors, statusOf } from '../api/problem.ts';
import type { Flight, Hotel } from '../api/trips.ts';
import type { Draft } from '../checkout/draft.ts';
import { newIdempotencyKey } from '../checkout/idempotency-key.ts';
import { PaymentFields } from '../checkout/payment-fields.tsx';
import { ProblemNotice } from '../layout/states.tsx';
import { formatMoney, times } from '../money.ts';
import { useSession, useShop } from '../shop-context.tsx';
import { nightsOf, roomsFor, stayOf, type TripSearch } from './trip-search.ts';

interface Props {
  readonly search: TripSearch;
  readonly flight: Flight;
  readonly hotel: Hotel;
}

/** Travellers and payment of a trip. Requires sign-in. */
export function BookingForm(props: Props) {
  const session = useSession();
  const { href } = useLocation();
  if (session) return <Booking {...props} />;
  return (
    <section className="mt-8 rounded-2xl border border-line bg-card p-5">
      <p className="mb-4">Sign in to book this trip. Your choices are kept.</p>
      <Link to="/sign-in" search={{ then: href }} className={buttonClass()}>
        Sign in
      </Link>
    </section>
  );
}

function Booking({ search, flight, hotel }: Props) {
  const { shop } = useShop();
  const navigate = useNavigate();
  const [names, setNames] = useState(() => Array.from({ length: search.travellers ?? 1 }, () => ''));
  const [payment, setPayment] = useState<Pick<Draft, 'method' | 'otherMethod'>>({
    method: 'pm_card_visa',
    otherMethod: '',
  });
  const [isSent, setSent] = useState(false);
  // One idempotency key per form, so that sending it again never books a second trip.
  const [key, setKey] = useState(() => newIdempotencyKey());
  // The second click of a double-click arrives before the button is rendered as disabled.
  const sending = useRef(false);
  const stay = stayOf(flight);
  const paymentMethod = payment.method === 'other' ? payment.otherMethod : payment.method;
  const book = useMutation({
    mutationFn: () => {
      const travellers = names.map((name) => ({ name }));
      const body = { flightId: flight.flightId, hotelId: hotel.hotelId, ...stay, travellers, paymentMethod };
      return shop.trips.bookTrip(body, key);
    },
    onSuccess: ({ bookingId }) => navigate({ to: '/trips/$bookingId', params: { bookingId }, replace: true }),
    onSettled: () => {
      sending.current = false;
    },
  });
  const errors = fieldErrors(book.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (names.some((name) => name === '') || sending.current || book.isSuccess) return;
    sending.current = true;
    book.mutate();
  };
  const rooms = roomsFor(names.length);
  const nights = nightsOf(stay);
  const total = times(flight.price, names.length).amount + times(hotel.price, rooms * nights).amount;
  return (
    <form noValidate onSubmit={submit} className="mt-8 grid gap-8 lg:grid-cols-[1fr_22rem] lg:gap-12">
      <div className="space-y-10">
        {book.isError && <ProblemNotice error={book.error} />}
        {statusOf(book.error) === 422 && (
          <p className="flex flex-wrap items-center gap-4">
            <Link to="/trips/booked" className="font-semibold text-spruce underline">
              See your trips
            </Link>
            <Button
              look="quiet"
              onClick={() => {
                setKey(newIdempotencyKey());
                book.reset();
              }}
            >
              Book a second trip
            </Button>
          </p>
        )}
        <fieldset>
          <legend className="mb-3 font-display text-xl font-bold">Travellers</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            {names.map((name, index) => (
              <Field
                key={index}
                label={names.length === 1 ? 'Name' : `Name of traveller ${index + 1}`}
                required
                autoComplete={index === 0 ? 'name' : 'off'}
                value={name}
                onChange={(event) => setNames(names.map((each, at) => (at === index ? event.target.value : each)))}
                error={isSent && name === '' ? 'Enter a name' : errors.get(`/travellers/${index}/name`)}
              />
            ))}
          </div>
        </fieldset>
        <PaymentFields draft={payment} errors={errors} onChange={(part) => setPayment({ ...payment, ...part })} />
      </div>
      <section aria-label="Your trip" className="space-y-4 self-start rounded-2xl border border-line bg-card p-5">
        <h2 className="text-xl font-bold">Your trip</h2>
        <dl className="space-y-2">
          <Line what={`${names.length} × flights`} amount={formatMoney(times(flight.price, names.length))} />
          <Line
            what={`${hotel.name}: ${rooms} × ${nights} nights`}
            amount={formatMoney(times(hotel.price, rooms * nights))}
          />
          <Line what="Together" amount={formatMoney({ amount: total, currency: flight.price.currency })} />
        </dl>
        <p className="text-sm text-soft">If the flight or the hotel is unavailable, nothing is charged.</p>
        <Button type="submit" busy={book.isPending || book.isSuccess} className="w-full">
          {book.isPending || book.isSuccess ? 'Booking …' : 'Book this trip'}
        </Button>
      </section>
    </form>
  );
}

function Line({ what, amount }: { what: string; amount: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt>{what}</dt>
      <dd className="font-semibold tabular-nums">{amount}</dd>
    </div>
  );
}
