import type { BrowserContext } from 'playwright-core';

/** How much a page may jump under its reader's eyes, as the web's vitals count it; 0.1 counts as good there. */
export const LAYOUT_SHIFT = 0.02;

/** Something moved that nobody moved. */
export interface Shift {
  /** The document that it happened in. */
  readonly document: string;
  readonly value: number;
  /** Milliseconds since the document began. */
  readonly at: number;
  readonly moved: string;
}

/** Hears of every shift in every page of a browser's context that no input and no change of the window caused. */
export async function watchLayout(context: BrowserContext, onShift: (shift: Shift) => void): Promise<void> {
  await context.exposeFunction('tellShift', onShift);
  await context.addInitScript(observe);
}

/** Runs in the page. */
function observe(): void {
  const document = `${location.pathname} ${performance.timeOrigin}`;
  const nameOf = (node: unknown): string =>
    node instanceof Element ? node.outerHTML.slice(0, 120) : node instanceof Node ? `"${node.textContent ?? ''}"` : '?';
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (Reflect.get(entry, 'hadRecentInput') === true) continue;
      const sources: { node: unknown }[] = Reflect.get(entry, 'sources');
      const moved = sources.map(({ node }) => nameOf(node)).join(', ');
      const value: number = Reflect.get(entry, 'value');
      void Reflect.get(window, 'tellShift')({ document, value, at: entry.startTime, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** The worst that one document did: the sum of shifts that came within a second of each other, over five seconds at most. */
export function shiftOf(shifts: readonly Shift[]): { readonly score: number; readonly moved: readonly string[] } {
  let worst: readonly Shift[] = [];
  for (const document of new Set(shifts.map((shift) => shift.document))) {
    let burst: Shift[] = [];
    for (const shift of shifts.filter((each) => each.document === document)) {
      const [first = shift] = burst;
      const last = burst.at(-1) ?? shift;
      if (shift.at - last.at > 1000 || shift.at - first.at > 5000) burst = [];
      burst.push(shift);
      if (sum(burst) > sum(worst)) worst = [...burst];
    }
  }
  return { score: sum(worst), moved: worst.map(({ document, moved }) => `${document}: ${moved}`) };
}

const sum = (shifts: readonly Shift[]): number => shifts.reduce((total, { value }) => total + value, 0);
