import type { Direction, JsonSchema } from '@waypost/contracts/json-schema';
import { compareSchemas, type Break } from './compare-schemas.ts';
import type { Publication, PublishedContract } from './published-contract.ts';

const ACCESS = ['open', 'guest', 'shopper', 'operator'];

/** Every change that breaks a published contract, one line each. A new contract, or a new version of one, breaks nothing. */
export function breakingChanges(published: Publication, current: Publication): readonly string[] {
  return Object.entries(published).flatMap(([name, before]) => {
    const after = current[name];
    return after ? breaksOf(before, after).map(({ at, what }) => `${name} ${at} ${what}`) : [`${name} is gone`];
  });
}

function breaksOf(before: PublishedContract, after: PublishedContract): readonly Break[] {
  return [...factBreaks(before, after), ...partBreaks(before, after, 'input'), ...partBreaks(before, after, 'output')];
}

/** Facts stay as they are, but a route may be opened to more people. */
function factBreaks(before: PublishedContract, after: PublishedContract): readonly Break[] {
  return Object.entries(before.facts)
    .filter(([name, value]) => after.facts[name] !== value && !(name === 'access' && opens(value, after.facts[name])))
    .map(([name, value]) => ({ at: name, what: `is ${String(after.facts[name])}, was ${String(value)}` }));
}

const opens = (before: unknown, after: unknown): boolean =>
  ACCESS.indexOf(String(after)) < ACCESS.indexOf(String(before));

function partBreaks(before: PublishedContract, after: PublishedContract, direction: Direction): readonly Break[] {
  const names = new Set([...Object.keys(before[direction]), ...Object.keys(after[direction])]);
  return [...names].flatMap((name) => partBreak(name, before[direction][name], after[direction][name], direction));
}

function partBreak(
  name: string,
  before: JsonSchema | undefined,
  after: JsonSchema | undefined,
  direction: Direction,
): readonly Break[] {
  if (before && after) return compareSchemas(before, after, direction, name);
  if (before) return [{ at: name, what: 'is gone' }];
  return direction === 'input' ? [{ at: name, what: 'must be sent now' }] : [];
}
