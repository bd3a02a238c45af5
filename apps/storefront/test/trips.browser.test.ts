import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowserStage } from './browser-stage.ts';
import { stepsShown } from './place-order.ts';
import { describeScenes } from './scenes.ts';

const stage = useBrowserStage();
const down = { status: 503, title: 'A partner service is unavailable', detail: 'Try again in a moment.' };

const search = async (page: Page) => {
  await page.getByLabel('Travellers').fill('2');
  await page.getByRole('button', { name: 'Find flights' }).click();
};
const choose = async (page: Page) => {
  await search(page);
  await page.getByRole('radio', { name: /3 nights/ }).check();
  await page.getByRole('radio', { name: /Harbour House/ }).check();
};
const fillIn = async (page: Page) => {
  await choose(page);
  await page.getByLabel('Name of traveller 1').fill('Robin Fell');
  await page.getByLabel('Name of traveller 2').fill('Sam Ridge');
};
const held =
  (reason?: Parameters<typeof stage.api.shop.trips.place>[0], looks = 0) =>
  () => {
    const { trips } = stage.api.shop;
    const id = trips.place(reason);
    const trip = trips.trips.get(id);
    if (trip) trip.shown = looks;
    trips.isHeld = true;
    return `/trips/${id}`;
  };
const over = 9;

describeScenes('trips', stage, [
  { name: 'trips-search', path: '/trips', shows: 'From Berlin: lowest fares' },
  {
    name: 'trips-destinations-failing',
    path: '/trips',
    before: () => stage.api.letFail({ call: 'GET /destinations', outcome: down, times: 9 }),
    shows: 'A partner service is unavailable',
  },
  {
    name: 'trips-wrong',
    path: '/trips',
    then: async (page) => {
      await page.getByLabel('To').selectOption('BER');
      await page.getByLabel('Travellers').fill('10');
      await page.getByRole('button', { name: 'Find flights' }).click();
    },
    shows: 'Choose a different city',
  },
  {
    name: 'trips-failing',
    path: '/trips',
    before: () => stage.api.letFail({ call: 'GET /flights', outcome: down, times: 9 }),
    then: search,
    shows: 'A partner service is unavailable',
  },
  { name: 'trips-chosen', path: '/trips', signedIn: true, then: fillIn, shows: 'is unavailable, nothing is charged' },
  { name: 'trips-sign-in', path: '/trips', then: choose, shows: 'Your choices are kept' },
  { name: 'trips-none', path: '/trips/booked', signedIn: true, shows: 'No trips yet' },
  {
    name: 'trips-booked',
    path: () => {
      held()();
      held('no_rooms', over)();
      return '/trips/booked';
    },
    signedIn: true,
    shows: 'Not booked',
  },
  { name: 'trip-under-way', path: held(undefined, 1), signedIn: true, shows: 'Reserving rooms with the hotel.' },
  { name: 'trip-booked', path: held(undefined, over), signedIn: true, shows: 'Trip booked' },
  { name: 'trip-undone', path: held('payment_declined', over), signedIn: true, shows: 'Trip not booked' },
  { name: 'trip-missing', path: '/trips/bkg_1', signedIn: true, shows: 'Trip not found' },
]);

describe('the trips page', () => {
  it('shows destinations with their lowest fares from the selected city', async () => {
    const page = await stage.visit('/trips');
    const lisbon = page.getByRole('link', { name: /Lisbon.*€/ });
    await lisbon.waitFor();
    await page.getByLabel('From', { exact: true }).selectOption('LIS');
    await page.getByRole('heading', { name: 'From Lisbon: lowest fares' }).waitFor();
    await page.getByRole('link', { name: /Oslo.*€/ }).waitFor();
    expect(await lisbon.count()).toBe(0);
  });

  it('shows the flights of a destination, with the cheapest one selected', async () => {
    const page = await stage.visit('/trips');
    await page.getByRole('link', { name: /Oslo.*€/ }).click();
    expect(await page.getByRole('radio', { name: /3 nights/ }).isChecked()).toBe(true);
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('OSL');
    expect(new URL(page.url()).searchParams.get('to')).toBe('OSL');
  });
});

describe('a trip', () => {
  it('is searched, chosen and booked by keyboard, and shows its progress', async () => {
    const page = await stage.signedIn('/trips');
    await fillIn(page);
    await page.getByLabel('Name of traveller 2').press('Tab');
    await page.getByRole('button', { name: 'Book this trip' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Trip booked').waitFor();
    expect(await stepsShown(page)).toEqual({
      placed: 'done',
      reserve_flight: 'done',
      reserve_hotel: 'done',
      process_payment: 'done',
      outcome: 'done',
    });
    expect(stage.api.shop.trips.trips.size).toBe(1);
  });

  it('that is declined shows the compensated steps and the reason', async () => {
    const page = await stage.signedIn('/trips');
    await fillIn(page);
    await page.getByRole('radio', { name: /declined/ }).check();
    await page.getByRole('button', { name: 'Book this trip' }).click();
    await page.getByText('The payment was declined, so we released your seats and rooms.').waitFor();
    expect(await stepsShown(page)).toMatchObject({
      reserve_flight: 'reversed',
      reserve_hotel: 'reversed',
      process_payment: 'failed',
      outcome: 'failed',
    });
  });

  it('is booked once when the response is lost and the request is repeated', async () => {
    stage.api.letFail({ call: 'POST /bookings', outcome: 'lose the answer' });
    const page = await stage.signedIn('/trips');
    await fillIn(page);
    const book = page.getByRole('button', { name: 'Book this trip' });
    await book.click();
    await page.getByRole('alert').waitFor();
    await book.click();
    await page.getByText('Trip booked').waitFor();
    expect(stage.api.shop.trips.trips.size).toBe(1);
  });

  it('that was already booked is booked again with other content only after a confirmation', async () => {
    stage.api.letFail({ call: 'POST /bookings', outcome: 'lose the answer' });
    const page = await stage.signedIn('/trips');
    await fillIn(page);
    const book = page.getByRole('button', { name: 'Book this trip' });
    await book.click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Name of traveller 2').fill('Somebody Else');
    await book.click();
    await page.getByRole('button', { name: 'Book a second trip' }).click();
    await book.click();
    await page.getByText('Trip booked').waitFor();
    expect(stage.api.shop.trips.trips.size).toBe(2);
  });

  it("requires the travellers' names before it is sent", async () => {
    const page = await stage.signedIn('/trips');
    await choose(page);
    await page.getByRole('button', { name: 'Book this trip' }).click();
    expect(await page.getByText('Enter a name').count()).toBe(2);
    expect(stage.api.calls.some(({ method, path }) => method === 'POST' && path === '/bookings')).toBe(false);
  });

  it('to a hotel in another city says so before and after the booking', async () => {
    const page = await stage.signedIn('/trips');
    await search(page);
    await page.getByRole('radio', { name: /3 nights/ }).check();
    await page.getByLabel('In', { exact: true }).selectOption('OSL');
    await page.getByText('Your flight goes to Lisbon, and this hotel is in Oslo.').waitFor();
    await page.getByRole('radio', { name: /Station Lodge/ }).check();
    await page.getByLabel('Name of traveller 1').fill('Robin Fell');
    await page.getByLabel('Name of traveller 2').fill('Sam Ridge');
    await page.getByRole('button', { name: 'Book this trip' }).click();
    await page.getByText('The flight goes to another city than the hotel is in.').waitFor();
    expect([...stage.api.shop.trips.trips.values()].map(({ booking }) => booking.hotel.city)).toEqual(['OSL']);
  });

  it('keeps the choices after signing in and after a reload', async () => {
    const page = await stage.signedIn('/trips');
    await choose(page);
    await page.reload();
    await page.getByText('is unavailable, nothing is charged').waitFor();
    expect(await page.getByRole('radio', { name: /Harbour House/ }).isChecked()).toBe(true);
  });
});
