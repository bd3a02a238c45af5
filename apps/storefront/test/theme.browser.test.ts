import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { accessibilityFaults, useBrowserStage } from './browser-stage.ts';

const stage = useBrowserStage();

const paper = { light: 'rgb(247, 242, 232)', dark: 'rgb(20, 28, 25)' } as const;
const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const theSwitch = (page: Page) => page.getByRole('button', { name: 'Dark theme' });
const pressed = (page: Page) => theSwitch(page).getAttribute('aria-pressed');

describe.each([
  ['light', 'dark'],
  ['dark', 'light'],
] as const)('on a device that is %s', (device, other) => {
  it('the page has the same theme until the switch is used; every tab keeps the choice, and it can be revoked', async () => {
    const page = await stage.visit('/', { colorScheme: device });
    await theSwitch(page).waitFor();
    expect([await ground(page), await pressed(page)]).toEqual([paper[device], String(device === 'dark')]);

    await theSwitch(page).click();
    expect([await ground(page), await pressed(page)]).toEqual([paper[other], String(other === 'dark')]);

    const tab = await page.context().newPage();
    await tab.goto(`${stage.url}/cart`);
    await theSwitch(tab).waitFor();
    expect(await ground(tab)).toBe(paper[other]);

    await theSwitch(tab).click();
    expect(await ground(tab)).toBe(paper[device]);
    await page.waitForFunction(
      (wanted) => getComputedStyle(document.documentElement).backgroundColor === wanted,
      paper[device],
    );
    expect(await page.evaluate(() => localStorage.getItem('waypost.theme'))).toBeNull();
  });

  it('a choice is applied before the first paint', async () => {
    const page = await stage.visit('/', { colorScheme: device });
    await theSwitch(page).click();
    // The app's script is blocked, so only the first paint is visible.
    await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await ground(page)).toBe(paper[other]);
    expect(await theSwitch(page).count()).toBe(0);
  });

  it.each(['/', '/products/TENT-RIDGE-2P', '/cart', '/sign-in', '/sign-up'])(
    'has enough contrast in the other colours too: %s',
    async (path) => {
      const page = await stage.visit(path, { colorScheme: device });
      await theSwitch(page).click();
      await page.getByRole('main').getByRole('heading').first().waitFor();
      expect(await accessibilityFaults(page, 'appearance')).toEqual([]);
    },
  );
});
