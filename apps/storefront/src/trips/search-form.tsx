import { Button, Field, SelectField } from '@waypost/ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { City } from '../api/trips.ts';
import { asCity, CITIES } from './cities.ts';
import { dayIn, MOST_TRAVELLERS, type TripSearch } from './trip-search.ts';

/** City selected by default. */
export const DEFAULT_DEPARTURE: City = 'BER';

/** Cities, dates and number of travellers. Submitting the form changes the address. */
export function SearchForm({ search, onFromChange }: { search: TripSearch; onFromChange: (city: City) => void }) {
  const navigate = useNavigate();
  const [from, setFrom] = useState(search.from ?? DEFAULT_DEPARTURE);
  const [to, setTo] = useState(search.to ?? 'LIS');
  const [date, setDate] = useState(search.date ?? dayIn(30));
  const [travellers, setTravellers] = useState(String(search.travellers ?? 2));
  const [errors, setWrong] = useState<Readonly<Record<string, string>>>({});

  // A link to a destination changes the address, and the fields follow it.
  const address = [search.from, search.to, search.date].join();
  const [shownAddress, setShownAddress] = useState(address);
  if (address !== shownAddress) {
    setShownAddress(address);
    setFrom(search.from ?? from);
    setTo(search.to ?? to);
    setDate(search.date ?? date);
  }

  const changeFrom = (city: string) => {
    const next = asCity(city) ?? from;
    setFrom(next);
    onFromChange(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const count = Number(travellers);
    const isCount = Number.isInteger(count) && count >= 1 && count <= MOST_TRAVELLERS;
    const wrong: Record<string, string> = {
      ...(from === to && { to: 'Choose a different city' }),
      ...(!(date >= dayIn(0)) && { date: 'Choose today or a later day' }),
      ...(!isCount && { travellers: `1 to ${MOST_TRAVELLERS} can travel` }),
    };
    setWrong(wrong);
    if (Object.keys(wrong).length === 0) void navigate({ to: '/trips', search: { from, to, date, travellers: count } });
  };
  return (
    <form
      noValidate
      aria-label="Find a trip"
      onSubmit={submit}
      className="grid gap-4 rounded-2xl border border-line bg-card p-5 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_8rem_auto] lg:items-start"
    >
      <CityField label="From" value={from} onChange={changeFrom} />
      <CityField label="To" value={to} onChange={(city) => setTo(asCity(city) ?? to)} error={errors['to']} />
      <Field
        label="Departure"
        type="date"
        required
        value={date}
        min={dayIn(0)}
        onChange={(event) => setDate(event.target.value)}
        error={errors['date']}
      />
      <Field
        label="Travellers"
        type="number"
        required
        min={1}
        max={MOST_TRAVELLERS}
        value={travellers}
        onChange={(event) => setTravellers(event.target.value)}
        error={errors['travellers']}
      />
      <Button type="submit" className="lg:mt-7">
        Find flights
      </Button>
    </form>
  );
}

export function CityField({
  label,
  value,
  onChange,
  error,
}: {
  label: string;
  value: string;
  onChange: (city: string) => void;
  error?: string | undefined;
}) {
  return (
    <SelectField label={label} required value={value} onChange={(event) => onChange(event.target.value)} error={error}>
      {Object.entries(CITIES).map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
