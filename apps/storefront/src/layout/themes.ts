export type Theme = 'light' | 'dark';

export interface Themes {
  /** Current theme. */
  readonly current: () => Theme;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Switches the theme. A choice that equals the device's theme is not stored, so that the page follows the device
   * again.
   */
  readonly toggle: () => void;
}

const key = 'waypost.theme';

/** Theme of the page: the device's, or the chosen one, which `public/theme.js` applies at the next load. */
export function createThemes({
  storage,
  root,
  device,
  otherTabs,
}: {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly root: { readonly dataset: DOMStringMap };
  /** True if the device prefers a dark theme. */
  readonly device: Pick<MediaQueryList, 'matches'> & Pick<EventTarget, 'addEventListener'>;
  /** Tells of what other tabs store. */
  readonly otherTabs: Pick<EventTarget, 'addEventListener'>;
}): Themes {
  const listeners = new Set<() => void>();
  const ofDevice = (): Theme => (device.matches ? 'dark' : 'light');
  const current = () => asTheme(root.dataset['theme']) ?? ofDevice();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const show = (chosen: Theme | undefined) => {
    if (chosen) root.dataset['theme'] = chosen;
    else delete root.dataset['theme'];
    tell();
  };
  device.addEventListener('change', tell);
  otherTabs.addEventListener('storage', () => show(asTheme(storage.getItem(key))));
  return {
    current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    toggle() {
      const wanted: Theme = current() === 'dark' ? 'light' : 'dark';
      const chosen = wanted === ofDevice() ? undefined : wanted;
      if (chosen) storage.setItem(key, chosen);
      else storage.removeItem(key);
      show(chosen);
    },
  };
}

const asTheme = (stored: string | null | undefined): Theme | undefined =>
  stored === 'light' || stored === 'dark' ? stored : undefined;
