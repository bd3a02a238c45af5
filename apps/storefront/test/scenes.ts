import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { accessibilityFaults, keepPicture } from './browser-stage.ts';
import type { BrowserStage } from './browser-stage.ts';

/** Wide and light, narrow and dark: between them every rule of the layout and every colour. */
const looks = {
  desktop: { viewport: { width: 1280, height: 900 }, colorScheme: 'light', axe: 'everything' },
  phone: { viewport: { width: 375, height: 740 }, colorScheme: 'dark', axe: 'appearance' },
} as const;

/** A state of a page, and how it comes about. */
export interface Scene {
  readonly name: string;
  /** The page's path, or what has to be there first and then tells it. */
  readonly path: string | (() => string);
  readonly signedIn?: boolean | 'operator';
  /** What has to go wrong before the page is opened. */
  readonly before?: () => void;
  /** What a person does on the page. */
  readonly then?: (page: Page) => Promise<void>;
  /** Text that shows that the state was reached. */
  readonly shows: string | RegExp;
}

/** Opens each scene, has axe look at it in every look, and keeps a picture of each if asked to. */
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

/** Colours fade from one look to the next; in between they are nobody's. */
const comeToRest = (page: Page) =>
  page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))));
