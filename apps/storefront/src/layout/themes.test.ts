import { describe, expect, it } from 'vitest';
import { createThemes } from './themes.ts';

/** A page on a device that is dark or not, with what was chosen there before. */
function page({ dark, chosen }: { dark: boolean; chosen?: string }) {
  const stored = new Map(chosen === undefined ? [] : [['waypost.theme', chosen]]);
  const root = { dataset: { ...(chosen && { theme: chosen }) } as DOMStringMap };
  const otherTabs = new EventTarget();
  const device = Object.assign(new EventTarget(), { matches: dark });
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  const themes = createThemes({ storage, root, device, otherTabs });
  let told = 0;
  themes.subscribe(() => (told += 1));
  return { themes, root, stored, device, otherTabs, told: () => told };
}

describe('a page where nothing was chosen', () => {
  it('has the colours of the device, also when those change', () => {
    const { themes, device, told } = page({ dark: false });
    expect(themes.current()).toBe('light');
    device.matches = true;
    device.dispatchEvent(new Event('change'));
    expect([themes.current(), told()]).toEqual(['dark', 1]);
  });

  it('keeps a choice, and forgets it when it is what the device says', () => {
    const { themes, root, stored } = page({ dark: false });
    themes.toggle();
    expect([themes.current(), root.dataset['theme'], stored.get('waypost.theme')]).toEqual(['dark', 'dark', 'dark']);
    themes.toggle();
    expect([themes.current(), root.dataset['theme'], stored.size]).toEqual(['light', undefined, 0]);
  });
});

describe('a page where something was chosen', () => {
  it('has it, whatever the device says', () => {
    const { themes } = page({ dark: true, chosen: 'light' });
    expect(themes.current()).toBe('light');
  });

  it('follows another tab', () => {
    const { themes, stored, otherTabs, told } = page({ dark: true, chosen: 'light' });
    stored.clear();
    otherTabs.dispatchEvent(new Event('storage'));
    expect([themes.current(), told()]).toEqual(['dark', 1]);
  });
});
