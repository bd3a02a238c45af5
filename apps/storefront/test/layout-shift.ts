import type { BrowserContext } from 'playwright-core';

/** Limit of the cumulative layout shift of a page. The web vitals rate up to 0.1 as good. */
export const LAYOUT_SHIFT = 0.02;

/** An unexpected layout shift. */
export interface Shift {
  /** Document in which it happened. */
  readonly document: string;
  readonly value: number;
  /** Milliseconds since the document's start. */
  readonly at: number;
  readonly moved: string;
}

/** Records every layout shift in all pages of a browser context, except those caused by input or resizing. */
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

/**
 * Highest cumulative layout shift of a document: the sum of shifts less than a second apart, within five seconds at
 * most.
 */
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
