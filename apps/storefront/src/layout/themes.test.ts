import { describe, expect, it } from 'vitest';
import { createThemes } from './themes.ts';

/** A page on a device with a dark or light theme, and a stored choice. */
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
  let notified = 0;
  themes.subscribe(() => (notified += 1));
  return { themes, root, stored, device, otherTabs, notified: () => notified };
}

describe('a page without a stored theme', () => {
  it('follows the device, and its changes', () => {
    const { themes, device, notified } = page({ dark: false });
    expect(themes.current()).toBe('light');
    device.matches = true;
    device.dispatchEvent(new Event('change'));
    expect([themes.current(), notified()]).toEqual(['dark', 1]);
  });

  it("stores a choice, and removes it when it equals the device's theme", () => {
    const { themes, root, stored } = page({ dark: false });
    themes.toggle();
    expect([themes.current(), root.dataset['theme'], stored.get('waypost.theme')]).toEqual(['dark', 'dark', 'dark']);
    themes.toggle();
    expect([themes.current(), root.dataset['theme'], stored.size]).toEqual(['light', undefined, 0]);
  });
});

describe('a page with a stored theme', () => {
  it('shows it, whichever theme the device has', () => {
    const { themes } = page({ dark: true, chosen: 'light' });
    expect(themes.current()).toBe('light');
  });

  it('follows a change in another tab', () => {
    const { themes, stored, otherTabs, notified } = page({ dark: true, chosen: 'light' });
    stored.clear();
    otherTabs.dispatchEvent(new Event('storage'));
    expect([themes.current(), notified()]).toEqual(['dark', 1]);
  });
});
