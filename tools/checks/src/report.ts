import type { Count } from './count.ts';
import { sum } from './count.ts';

/** One thing that `npm test` did. */
export interface Outcome {
  readonly name: string;
  readonly count: Count;
  readonly seconds: number;
  /** Output to read after a failure. */
  readonly output: string;
}

/** One line for what went well; what failed says what it said. */
export function describeOutcome({ name, count, seconds, output }: Outcome): string {
  const { passed, failed } = count;
  const counts = passed + failed === 1 ? '' : `  ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`;
  const line = `${failed > 0 ? '✖' : '✔'} ${name}${counts}  (${seconds.toFixed(1)} s)`;
  return failed > 0 ? `${line}\n${indent(lastLines(output, 120))}` : line;
}

/** The line that ends `npm test`. */
export function lastLine(outcomes: readonly Outcome[]): string {
  const { passed, failed } = sum(outcomes.map(({ count }) => count));
  return `${passed} passed, ${failed} failed`;
}

function lastLines(text: string, kept: number): string {
  const lines = text.trimEnd().split('\n');
  return lines.length > kept ? ['…', ...lines.slice(-kept)].join('\n') : lines.join('\n');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
