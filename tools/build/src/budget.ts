import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { FunctionReport } from './function-report.ts';

/** Kilobytes (1,000 bytes) of `index.mjs` that a function may have unless its service declares otherwise. */
export const defaultBudget = 350;

const Budgets = z.record(z.string(), z.number().positive());

/** A service's `bundle-budget.json`: function → kilobytes. */
export async function budgetsOf(workspace: string): Promise<Readonly<Record<string, number>>> {
  const file = join(workspace, 'bundle-budget.json');
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return Budgets.parse(JSON.parse(text));
}

export interface BudgetViolation {
  readonly function: string;
  readonly kilobytes: number;
  readonly budget: number;
  /** The packages (or folders of this project) that weigh most, the heaviest first. */
  readonly heaviest: readonly { readonly name: string; readonly kilobytes: number }[];
}

export function overBudget(
  reports: readonly FunctionReport[],
  budgets: Readonly<Record<string, number>>,
): BudgetViolation[] {
  return reports.flatMap((report) => {
    const budget = budgets[report.function] ?? defaultBudget;
    const kilobytes = report.bytes / 1000;
    return kilobytes > budget ? [{ function: report.function, kilobytes, budget, heaviest: heaviest(report) }] : [];
  });
}

export function describeViolation(violation: BudgetViolation): string {
  const made = violation.heaviest.map(({ name, kilobytes }) => `  ${kilobytes.toFixed(1).padStart(7)} KB  ${name}`);
  const { kilobytes, budget } = violation;
  return [`${violation.function}: ${kilobytes.toFixed(1)} KB, budget ${budget} KB. Mostly made of`, ...made].join('\n');
}

function heaviest(report: FunctionReport): BudgetViolation['heaviest'] {
  const sizes = new Map<string, number>();
  for (const { path, bytes } of report.inputs) {
    const name = packageOf(path);
    sizes.set(name, (sizes.get(name) ?? 0) + bytes);
  }
  return [...sizes]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 8)
    .map(([name, bytes]) => ({ name, kilobytes: bytes / 1000 }));
}

/** `…/node_modules/@scope/name/dist/x.js` → `@scope/name`; a source of this project → its folder. */
export function packageOf(path: string): string {
  const inside = path.split('node_modules/').at(-1) ?? path;
  if (inside === path) return path.split('/').slice(0, -1).join('/');
  const [first = '', second = ''] = inside.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
