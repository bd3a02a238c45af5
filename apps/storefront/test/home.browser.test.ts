import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { accessibilityFaults, useBrowserStage } from './browser-stage.ts';

const stage = useBrowserStage();

const seasons = ['spring', 'summer', 'autumn', 'winter'];
const headings = (page: Page) => page.getByRole('heading', { level: 2 }).allInnerTexts();
const phone = { viewport: { width: 375, height: 740 } };

/** Opens the front page on a day, and waits until everything is loaded. */
async function frontOn(day: string, options = {}): Promise<Page> {
  const page = await stage.visit('/nowhere', options);
  await page.clock.setFixedTime(new Date(`${day}T12:00`));
  await page.goto(stage.url);
  for (const season of seasons) await page.getByRole('list', { name: `For ${season}` }).waitFor();
  await page.getByRole('list', { name: 'Products' }).waitFor();
  return page;
}

describe('the front page', () => {
  it.each([
    ['2026-01-15', ['Now: winter', 'Spring', 'Summer', 'Autumn']],
    ['2026-07-15', ['Now: summer', 'Autumn', 'Winter', 'Spring']],
  ])('starts on %s with the season of the month', async (day, expected) => {
    const page = await frontOn(day);
    expect(await headings(page)).toEqual([...expected, 'All products']);
  });

  it('shows only recommended products of each season, available ones first', async () => {
    const page = await frontOn('2026-01-15');
    const shown = await page.getByRole('list', { name: 'For winter' }).getByRole('heading').allInnerTexts();
    const winter = stage.api.shop.products.filter((product) => product.seasons.includes('winter'));
    expect(shown).toHaveLength(4);
    expect(winter.map(({ name }) => name)).toEqual(expect.arrayContaining(shown));
    expect(shown).not.toContain('Cairn Lambswool Beanie');
  });

  it('links to a department by its picture', async () => {
    const page = await frontOn('2026-01-15');
    const doors = page.getByRole('navigation', { name: 'Shop by department' });
    expect(await doors.getByRole('link').count()).toBe(6);
    const drawn = await doors
      .locator('img')
      .evaluateAll(async (images) =>
        Promise.all(
          images.map(
            async (image) => image instanceof HTMLImageElement && (await image.decode(), image.naturalWidth > 0),
          ),
        ),
      );
    expect(drawn).toEqual(Array(6).fill(true));
    await doors.getByRole('link', { name: /^Packs/ }).click();
    await page.waitForURL(/category=packs$/);
    await page.getByRole('heading', { level: 1, name: 'Packs' }).waitFor();
  });

  it('links to all products of a season, which stays in the address with the other filters', async () => {
    const page = await frontOn('2026-01-15');
    await page.getByRole('link', { name: 'Everything for autumn' }).click();
    await page.getByRole('heading', { level: 1, name: 'Autumn' }).waitFor();
    await page.getByLabel('Price').selectOption({ label: 'up to €150.00' });
    await page.waitForURL(
      (url) => url.searchParams.get('season') === 'autumn' && url.searchParams.get('maxPrice') === '15000',
    );
    await page.reload();
    const cards = page.getByRole('list', { name: 'Products' }).getByRole('listitem');
    await cards.first().waitFor();
    expect(await cards.count()).toBe(3);
    expect(await page.getByLabel('Season').inputValue()).toBe('autumn');
  });

  it('keeps the typed text while the page around it changes', async () => {
    const page = await frontOn('2026-01-15');
    const search = page.getByRole('searchbox');
    await search.pressSequentially('titanium', { delay: 60 });
    await page.getByRole('heading', { level: 1, name: '“titanium”' }).waitFor();
    expect([await search.inputValue(), await search.evaluate((box) => box === document.activeElement)]).toEqual([
      'titanium',
      true,
    ]);
  });

  it.each([
    ['wide and light', { colorScheme: 'light' as const }],
    ['narrow and dark', { colorScheme: 'dark' as const, ...phone }],
  ])('is accessible and has no layout shift while it loads, %s', async (_, options) => {
    const page = await frontOn('2026-07-15', options);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('the pictures of a product', () => {
  it('are chosen by keyboard, one at a time, without layout shift', async () => {
    const page = await stage.visit('/products/TENT-RIDGE-2P');
    const gallery = page.getByRole('region', { name: 'Pictures' });
    const buttons = gallery.getByRole('button');
    await buttons.first().waitFor();
    expect(await buttons.count()).toBe(3);
    const frame = await gallery.getByRole('img').boundingBox();
    await buttons.first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await gallery.getByRole('img', { name: 'from close by' }).waitFor();
    expect(await buttons.evaluateAll((all) => all.map((button) => button.getAttribute('aria-pressed')))).toEqual([
      'false',
      'true',
      'false',
    ]);
    expect(await gallery.getByRole('img').boundingBox()).toEqual(frame);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await gallery.getByRole('img', { name: 'out on the trail' }).waitFor();
  });

  it.each([
    ['wide', {}],
    ['narrow', phone],
  ])('cause no layout shift while they load, %s', async (_, options) => {
    const page = await stage.visit('/products/TENT-RIDGE-2P', options);
    await page.getByText('In stock').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('have no selection if there is one or none', async () => {
    const [first, second, ...others] = stage.api.shop.products;
    if (!first || !second) throw new Error('the seed is empty');
    stage.api.shop.products = [{ ...first, images: first.images.slice(0, 1) }, { ...second, images: [] }, ...others];
    for (const { sku, name } of [first, second]) {
      const page = await stage.visit(`/products/${sku}`);
      await page.getByRole('heading', { name }).waitFor();
      expect(await page.getByRole('button', { name: /^Show:/ }).count()).toBe(0);
    }
  });
});
