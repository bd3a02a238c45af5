import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyRoute } from '@waypost/contracts/catalogue';

const services = resolve(import.meta.dirname, '../../services');
const CONFLICT = /new ProblemError\(\s*'(conflict|price-changed|cart-full)'/;
const IMPORT = /from '(\.{1,2}\/[^']+)'/g;

/** A source file with everything that it imports from its service. */
function sourcesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) sourcesOf(join(dirname(file), path), seen);
  return seen;
}

/** Routes by the name of their constant, which is the capitalized operation id. */
const routes = new Map(
  everyRoute.map((route) => [route.operationId.charAt(0).toUpperCase() + route.operationId.slice(1), route]),
);

/** Functions of contract routes, by the name of the route. */
const functions = globSync(join(services, '*/src/functions/**/*.ts')).flatMap((file) => {
  const name = /httpFunction\(\s*(\w+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  const route = routes.get(name);
  return route ? [{ name, route, file }] : [];
});

describe('the functions of routes', () => {
  it('are all found', () => {
    expect(functions.map(({ name }) => name)).toEqual(expect.arrayContaining(['PlaceOrder', 'PutProduct', 'GetOrder']));
    expect(functions.length).toBeGreaterThan(20);
  });

  it.each(functions)('return a 409 exactly if the contract declares `conflicts`: $name', ({ route, file }) => {
    const throwsConflict = [...sourcesOf(file)].some((source) => CONFLICT.test(readFileSync(source, 'utf8')));
    expect(throwsConflict).toBe(route.conflicts);
  });
});
