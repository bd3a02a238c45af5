import { useEffect, useSyncExternalStore } from 'react';
import { useShop } from '../shop-context.tsx';

/** Light or dark. */
export function ThemeSwitch() {
  const { themes } = useShop();
  const dark = useSyncExternalStore(themes.subscribe, themes.current) === 'dark';
  useEffect(() => {
    // The browser's toolbar on phones has the theme's color.
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    for (const meta of document.querySelectorAll('meta[name=theme-color]')) meta.setAttribute('content', paper);
  }, [dark]);
  return (
    <button
      type="button"
      aria-pressed={dark}
      aria-label="Dark theme"
      title={dark ? 'Light theme' : 'Dark theme'}
      onClick={themes.toggle}
      className="grid size-11 place-items-center rounded-full hover:bg-sunk"
    >
      <svg aria-hidden viewBox="0 0 24 24" className="size-5 fill-none stroke-current stroke-2">
        {dark ? (
          <path
            strokeLinecap="round"
            d="M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M19.1 4.9l-1.4 1.4M6.3 17.7l-1.4 1.4"
          />
        ) : (
          <path strokeLinejoin="round" d="M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5Z" />
        )}
      </svg>
    </button>
  );
}
