import { describe, expect, it } from 'vitest';
import { carrierTo, goesTo } from './carriers.ts';

describe('a carrier', () => {
  it.each([
    ['DE', 'parcel-post'],
    ['FR', 'continental-express'],
    ['US', 'overseas-air'],
    ['AQ', undefined],
  ])('to %s is %s', (country, carrier) => {
    expect(carrierTo(country)).toBe(carrier);
  });

  it('goes to its own countries only', () => {
    expect(goesTo('parcel-post', 'AT')).toBe(true);
    expect(goesTo('parcel-post', 'US')).toBe(false);
    expect(goesTo('pigeon', 'DE')).toBe(false);
  });
});
