import { mkdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import AxeBuilder from '@axe-core/playwright';
import { chromiumFlags, chromiumPath } from '@waypost/test-kit/chromium';
import { chromium } from 'playwright-core';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { serveStorefront } from '../server.ts';
import { startFakeApi } from './fake-api.ts';
import type { FakeApi } from './fake-api.ts';
import { sampleUsers, sessionOf } from './fake-identity.ts';
import { LAYOUT_SHIFT, shiftOf, watchLayout } from './layout-shift.ts';
import type { Shift } from './layout-shift.ts';

const reports = new URL('../.reports/', import.meta.url).pathname;

export interface BrowserStage {
  readonly api: FakeApi;
  readonly url: string;
  /** Opens a page as a new visitor. */
  readonly visit: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly signedIn: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Opens a page as an operator. */
  readonly asOperator: (path: string) => Promise<Page>;
}

interface RunningStage extends BrowserStage {
  /**
   * Closes the visitors' pages and resets the API. Fails if a console reported an error, or if a page's layout shifted.
   */
  leave(): Promise<void>;
  stop(): Promise<void>;
}

/** Stage of all tests of a file: started before the first, reset after each, stopped after the last. */
export function useBrowserStage(): BrowserStage {
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
  let running: RunningStage | undefined;
  const stage = (): RunningStage => {
    if (!running) throw new Error('the stage runs within tests only');
    return running;
  };
  beforeAll(async () => {
    running = await startBrowserStage();
  });
  afterEach(() => stage().leave());
  afterAll(() => running?.stop());
  return {
    get api() {
      return stage().api;
    },
    get url() {
      return stage().url;
    },
    visit: (path, options) => stage().visit(path, options),
    signedIn: (path, options) => stage().signedIn(path, options),
    asOperator: (path) => stage().asOperator(path),
  };
}

/** A browser, the built storefront, and the fake API. */
async function startBrowserStage(): Promise<RunningStage> {
  const api = await startFakeApi();
  const storefront = await serveStorefront({
    port: 0,
    stage: { apis: api.apis, cognitoEndpoint: api.cognitoEndpoint, clientId: 'client-1', sampleUsers },
  });
  api.shop.bank.shopUrl = storefront.url;
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...chromiumFlags] });
  const contexts: BrowserContext[] = [];
  const pageErrors: string[] = [];
  const shifts: Shift[] = [];

  const open = async (path: string, options: BrowserContextOptions = {}, signedInAs?: string) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    });
    contexts.push(context);
    await watchLayout(context, (shift) => shifts.push(shift));
    if (signedInAs) await context.addInitScript(startSession, sessionOf(signedInAs));
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => pageErrors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isAnswer(message.text())) pageErrors.push(message.text());
    });
    await page.goto(storefront.url + path);
    return page;
  };

  return {
    api,
    url: storefront.url,
    visit: (path, options) => open(path, options),
    signedIn: (path, options) => open(path, options, sampleUsers[0]?.email),
    asOperator: (path) => open(path, {}, sampleUsers[1]?.email),
    async leave() {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
      api.reset();
      const errors = pageErrors.splice(0);
      if (errors.length > 0) throw new Error(`the pages logged errors: ${errors.join('; ')}`);
      const { score, moved } = shiftOf(shifts.splice(0));
      if (score > LAYOUT_SHIFT) throw new Error(`the layout shifted by ${score.toFixed(3)}: ${moved.join('; ')}`);
    },
    async stop() {
      await browser.close();
      await storefront.stop();
      await api.stop();
    },
  };
}

/** Runs in the page: signs the tab in once, until it signs out. */
function startSession(session: string): void {
  if (sessionStorage.getItem('test.session')) return;
  sessionStorage.setItem('test.session', 'given');
  sessionStorage.setItem('waypost.session', session);
}

/** The browser logs every response of 400 and above, also expected ones. */
const isAnswer = (text: string) => text.startsWith('Failed to load resource:');

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const appearance = ['color-contrast', 'target-size', 'scrollable-region-focusable'];

/**
 * Returns the accessibility violations that axe finds in a page. `appearance` limits it to rules that depend on size
 * and colors.
 */
export async function accessibilityFaults(
  page: Page,
  what: 'everything' | 'appearance' = 'everything',
): Promise<string[]> {
  // The pages have no frames, so the legacy mode finds the same in half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (what === 'everything' ? axe.withTags(everything) : axe.withRules(appearance)).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
  );
}

/** Saves a screenshot of the whole page in `.reports` if `WAYPOST_PICTURES` is set. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!process.env['WAYPOST_PICTURES']) return;
  await mkdir(reports, { recursive: true });
  // Pictures below the fold load when they become visible.
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
  await page.screenshot({ path: `${reports}${name}.png`, fullPage: true });
}
