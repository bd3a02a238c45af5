import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { accessibilityFaults, keepPicture } from './browser-stage.ts';
import type { BrowserStage } from './browser-stage.ts';

/** Wide and light, narrow and dark: together they cover every rule of the layout and every color. */
const looks = {
  desktop: { viewport: { width: 1280, height: 900 }, colorScheme: 'light', axe: 'everything' },
  phone: { viewport: { width: 375, height: 740 }, colorScheme: 'dark', axe: 'appearance' },
} as const;

/** A state of a page, and how to reach it. */
export interface Scene {
  readonly name: string;
  /** Path of the page, or a function that prepares the state and returns the path. */
  readonly path: string | (() => string);
  readonly signedIn?: boolean | 'operator';
  /** Faults to inject before the page is opened. */
  readonly before?: () => void;
  /** Actions on the page. */
  readonly then?: (page: Page) => Promise<void>;
  /** Text that shows that the state was reached. */
  readonly shows: string | RegExp;
}

/** Opens each scene, checks it with axe in every look, and saves a screenshot if requested. */
export function describeScenes(of: string, stage: BrowserStage, scenes: readonly Scene[]): void {
  describe(`every state of ${of}`, () => {
    it.each(scenes.map((scene) => [scene.name, scene] as const))(
      '%s is accessible and fits, wide and narrow',
      async (name, scene) => {
        scene.before?.();
        const path = typeof scene.path === 'string' ? scene.path : scene.path();
        const open = scene.signedIn === 'operator' ? stage.asOperator : scene.signedIn ? stage.signedIn : stage.visit;
        const page = await open(path);
        await scene.then?.(page);
        await page.getByText(scene.shows).first().waitFor();
        for (const [look, { viewport, colorScheme, axe }] of Object.entries(looks)) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await comeToRest(page);
          expect(await accessibilityFaults(page, axe)).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
          ).toBe(0);
          await keepPicture(page, `${look}/${name}`);
        }
      },
    );
  });
}

/** Colors fade from one theme to the next, so wait until the transition ends. */
const comeToRest = (page: Page) =>
  page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))));
