import type { Address, Ordered, PlaceOrderRequest } from '../api/shop.ts';
import { countryOf } from './countries.ts';

export const addressFields = ['name', 'line1', 'line2', 'postalCode', 'city', 'region', 'country'] as const;
export type AddressField = (typeof addressFields)[number];

export const testMethods = [
  { id: 'pm_card_visa', name: 'A Visa card that succeeds', hint: 'pm_card_visa' },
  { id: 'pm_card_visa_chargeDeclined', name: 'A Visa card that is declined', hint: 'pm_card_visa_chargeDeclined' },
  {
    id: 'pm_card_authenticationRequired',
    name: 'A card that requires authentication',
    hint: 'pm_card_authenticationRequired',
  },
] as const;

/** Content of the checkout form. */
export interface Draft {
  readonly quantity: number;
  readonly address: Readonly<Record<AddressField, string>>;
  /** One of the test payment methods, or `other` for one that is typed in. */
  readonly method: (typeof testMethods)[number]['id'] | 'other';
  readonly otherMethod: string;
}

export const emptyDraft = (quantity: number): Draft => ({
  quantity,
  address: { name: '', line1: '', line2: '', postalCode: '', city: '', region: '', country: 'DE' },
  method: 'pm_card_visa',
  otherMethod: '',
});

export const sampleAddress: Draft['address'] = {
  name: 'Robin Fell',
  line1: 'Höhenweg 12',
  line2: '',
  postalCode: '79117',
  city: 'Freiburg im Breisgau',
  region: '',
  country: 'DE',
};

/** Pointers of `POST /orders` whose errors are shown next to a field. */
export const pointers = {
  quantity: '/lines/0/quantity',
  method: '/paymentMethod',
  address: (field: AddressField) => `/shippingAddress/${field}`,
};

const fieldPointers = new Set([pointers.quantity, pointers.method, ...addressFields.map(pointers.address)]);

/** Errors that belong to no field of the form. */
export const unplaced = (errors: ReadonlyMap<string, string>): string[] =>
  [...errors].flatMap(([pointer, detail]) => (fieldPointers.has(pointer) ? [] : [`${pointer}: ${detail}`]));

const required = {
  name: 'a name',
  line1: 'a street and number',
  postalCode: 'a postal code',
  city: 'a town',
  country: 'a country',
} as const;

const isMissing = (field: AddressField, text: string): boolean =>
  field === 'country' ? countryOf(text) === undefined : text.trim() === '';

/** Errors that the form finds itself: empty required fields. The API validates everything else. */
export function missingFrom(draft: Draft): ReadonlyMap<string, string> {
  const { address, method, otherMethod } = draft;
  const missing = addressFields.flatMap((field): [string, string][] =>
    field !== 'line2' && field !== 'region' && isMissing(field, address[field])
      ? [[pointers.address(field), `Enter ${required[field]}`]]
      : [],
  );
  if (method === 'other' && otherMethod === '') missing.push([pointers.method, 'Enter a payment method']);
  return new Map(missing);
}

/** Builds the request. Text is sent as typed, and empty optional fields are omitted. */
export function requestOf(what: Ordered, { address, method, otherMethod }: Draft): PlaceOrderRequest {
  const { line2, region, country: given, ...always } = address;
  const country = countryOf(given);
  if (!country) throw new TypeError(`${given} is not a country that the shop ships to`);
  const shippingAddress: Address = { ...always, country, ...(line2 && { line2 }), ...(region && { region }) };
  return { ...what, shippingAddress, paymentMethod: method === 'other' ? otherMethod : method };
}
