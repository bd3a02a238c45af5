import { Button, Field, SelectField } from '@waypost/ui';
import { countries } from './countries.ts';
import type { AddressField, Draft } from './draft.ts';
import { pointers, sampleAddress } from './draft.ts';

interface Props {
  readonly address: Draft['address'];
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (address: Draft['address']) => void;
}

export function AddressFields({ address, errors, onChange }: Props) {
  const field = (name: AddressField) => ({
    value: address[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...address, [name]: event.target.value }),
    error: errors.get(pointers.address(name)),
  });
  return (
    <fieldset className="space-y-4">
      <legend className="mb-3 flex w-full flex-wrap items-center justify-between gap-3">
        <span className="font-display text-xl font-bold">Delivery address</span>
      </legend>
      <Button look="quiet" onClick={() => onChange(sampleAddress)}>
        Use a sample address
      </Button>
      <Field label="Full name" required autoComplete="name" {...field('name')} />
      <Field label="Street and number" required autoComplete="address-line1" {...field('line1')} />
      <Field label="Flat, floor, care of" autoComplete="address-line2" {...field('line2')} />
      <div className="grid gap-4 sm:grid-cols-[9rem_1fr]">
        <Field label="Postal code" required autoComplete="postal-code" {...field('postalCode')} />
        <Field label="Town" required autoComplete="address-level2" {...field('city')} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Region" autoComplete="address-level1" {...field('region')} />
        <SelectField label="Country" required autoComplete="country" {...field('country')}>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </fieldset>
  );
}
