export type Theme = 'light' | 'dark';

export interface Themes {
  /** What is shown now. */
  readonly current: () => Theme;
  readonly subscribe: (listener: () => void) => () => void;
  /** Shows the other one from now on. Who chooses what the device says anyway goes by the device again. */
  readonly toggle: () => void;
}

const key = 'waypost.theme';

/** Which colours the page has: those of the device, or those that were chosen, which `public/theme.js` shows at the next load. */
export function createThemes({
  storage,
  root,
  device,
  otherTabs,
}: {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly root: { readonly dataset: DOMStringMap };
  /** Whether the device is dark. */
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
