import { isDeepStrictEqual } from 'node:util';
import type { Direction, JsonSchema } from '@waypost/contracts/json-schema';

/** A change that breaks a consumer or a client. */
export interface Break {
  /** JSON pointer into the value, `*` for items of a list. */
  readonly at: string;
  readonly what: string;
}

/** Two versions of a schema, and which of them describes the sent messages. */
interface Pair {
  readonly before: JsonSchema;
  readonly after: JsonSchema;
  readonly direction: Direction;
  readonly at: string;
}

/** Words for people, and the keywords that the comparison judges. */
const JUDGED: ReadonlySet<string> = new Set(
  [
    '$schema title description examples default deprecated',
    'type enum const pattern format items properties required additionalProperties anyOf oneOf',
    'minimum exclusiveMinimum maximum exclusiveMaximum minLength maxLength minItems maxItems',
  ].flatMap((keywords) => keywords.split(' ')),
);

/**
 * Finds the breaking changes of a published schema. The receiver has to accept every message that may be sent. For
 * requests, the old schema describes the sent messages; for events, results and responses, the new one does. In
 * addition, a field must not be removed, unless it was optional.
 */
export function compareSchemas(before: JsonSchema, after: JsonSchema, direction: Direction, at = ''): readonly Break[] {
  return compare({ before, after, direction, at });
}

function compare(pair: Pair): readonly Break[] {
  const { sent, taken } = sides(pair);
  const takenChoices = choicesOf(taken);
  const sentChoices = choicesOf(sent);
  if (takenChoices.length > 1 || sentChoices.length > 1) {
    return sentChoices.flatMap((choice) => closest(takenChoices.map((other) => compare(paired(pair, choice, other)))));
  }
  // Something else altogether: what it consists of says nothing more.
  const otherThing = [...typeBreaks(pair), ...constantBreaks(pair)];
  if (otherThing.length > 0) return otherThing;
  return [valueBreaks, boundBreaks, formBreaks, objectBreaks, itemBreaks, unjudgedBreaks].flatMap((breaksOf) =>
    breaksOf(pair),
  );
}

const sides = ({ before, after, direction }: Pair) =>
  direction === 'input' ? { sent: before, taken: after } : { sent: after, taken: before };

const paired = (pair: Pair, sent: JsonSchema, taken: JsonSchema): Pair =>
  pair.direction === 'input' ? { ...pair, before: sent, after: taken } : { ...pair, before: taken, after: sent };

const choicesOf = (schema: JsonSchema): readonly JsonSchema[] => schema.anyOf ?? schema.oneOf ?? [schema];

/** Problems of the choice that comes nearest, or none if one of the choices accepts the sent messages. */
function closest(attempts: readonly (readonly Break[])[]): readonly Break[] {
  return attempts.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function typeBreaks(pair: Pair): readonly Break[] {
  const { sent, taken } = sides(pair);
  const takes = typesOf(taken);
  const sends = typesOf(sent);
  const fits = sends.every((type) => takes.includes(type) || (type === 'integer' && takes.includes('number')));
  if (takes.length === 0 || (sends.length > 0 && fits)) return [];
  const named = (schema: JsonSchema): string => typesOf(schema).join(' or ') || 'anything';
  return [broken(pair, `is ${named(pair.after)}, was ${named(pair.before)}`)];
}

/** Fields that tell alternatives apart, e.g. `outcome`. */
function constantBreaks(pair: Pair): readonly Break[] {
  return namesOf(pair.before)
    .map((name) => fieldOf(pair, name))
    .filter(({ before, after }) => before.const !== undefined && after.const !== undefined)
    .flatMap(valueBreaks);
}

function valueBreaks(pair: Pair): readonly Break[] {
  const { sent, taken } = sides(pair);
  const input = pair.direction === 'input';
  const takes = valuesOf(taken);
  const sends = valuesOf(sent);
  if (!takes) return [];
  if (!sends) return [broken(pair, `is ${input ? 'now' : 'no longer'} one of ${takes.join(', ')}`)];
  return sends
    .filter((value) => !takes.includes(value))
    .map((value) => broken(pair, `${input ? 'no longer takes' : 'may now be'} ${String(value)}`));
}

const typesOf = ({ type }: JsonSchema): readonly string[] => (type === undefined ? [] : [type].flat());

const valuesOf = (schema: JsonSchema): readonly unknown[] | undefined =>
  schema.const === undefined ? schema.enum : [schema.const];

/** The next value beyond one that is excluded. */
const beyond = ({ type }: JsonSchema, value: number, step: 1 | -1): number =>
  value + step * (type === 'integer' ? 1 : Number.EPSILON);

const least = (schema: JsonSchema): number =>
  typeof schema.exclusiveMinimum === 'number'
    ? beyond(schema, schema.exclusiveMinimum, 1)
    : (schema.minimum ?? -Infinity);

const most = (schema: JsonSchema): number =>
  typeof schema.exclusiveMaximum === 'number'
    ? beyond(schema, schema.exclusiveMaximum, -1)
    : (schema.maximum ?? Infinity);

/** Each as a lower bound, so that a receiver's may not be above the sender's. */
const BOUNDS: readonly (readonly [name: string, lowest: (schema: JsonSchema) => number])[] = [
  ['the least', least],
  ['the most', (schema) => -most(schema)],
  ['the shortest', ({ minLength = 0 }) => minLength],
  ['the longest', ({ maxLength = Infinity }) => -maxLength],
  ['the fewest items', ({ minItems = 0 }) => minItems],
  ['the most items', ({ maxItems = Infinity }) => -maxItems],
];

function boundBreaks(pair: Pair): readonly Break[] {
  const { sent, taken } = sides(pair);
  return BOUNDS.filter(([, lowest]) => lowest(sent) < lowest(taken)).map(([name, lowest]) =>
    broken(pair, `${name} is ${Math.abs(lowest(pair.after))}, was ${Math.abs(lowest(pair.before))}`),
  );
}

function formBreaks(pair: Pair): readonly Break[] {
  const { sent, taken } = sides(pair);
  return (['pattern', 'format'] as const)
    .filter((keyword) => taken[keyword] !== undefined && taken[keyword] !== sent[keyword])
    .map((keyword) =>
      broken(pair, `${keyword} is ${pair.after[keyword] ?? 'none'}, was ${pair.before[keyword] ?? 'none'}`),
    );
}

function objectBreaks(pair: Pair): readonly Break[] {
  const { sent, taken } = sides(pair);
  const kept = namesOf(pair.before).filter((name) => namesOf(pair.after).includes(name));
  const gone = namesOf(pair.before).filter((name) => !kept.includes(name));
  const added = namesOf(pair.after).filter((name) => !kept.includes(name));
  const missing = (taken.required ?? []).filter((name) => !sent.required?.includes(name) && !gone.includes(name));
  const rejected = pair.direction === 'output' && taken.additionalProperties === false ? added : [];
  const each = (names: readonly string[], what: string) => names.map((name) => broken(fieldOf(pair, name), what));
  return [
    ...each(gone, 'is gone'),
    ...each(missing, pair.direction === 'input' ? 'must be sent now' : 'may be missing now'),
    ...each(rejected, 'is rejected by readers that take no unknown fields'),
    ...kept.flatMap((name) => compare(fieldOf(pair, name))),
    ...otherFieldBreaks(pair),
  ];
}

const namesOf = ({ properties = {} }: JsonSchema): readonly string[] => Object.keys(properties);

const fieldOf = (pair: Pair, name: string): Pair => ({
  ...pair,
  before: schemaAt(pair.before.properties?.[name]),
  after: schemaAt(pair.after.properties?.[name]),
  at: `${pair.at}/${name}`,
});

/** Fields without a name of their own: records, and whether unknown ones are rejected. */
function otherFieldBreaks(pair: Pair): readonly Break[] {
  const { before, after, direction, at } = pair;
  const closes = direction === 'input' && after.additionalProperties === false && before.additionalProperties !== false;
  if (closes && after.properties) return [broken(pair, 'refuses unknown fields now')];
  const { sent, taken } = sides(pair);
  if (typeof taken.additionalProperties !== 'object') return [];
  return compare({ ...paired(pair, schemaAt(sent.additionalProperties), taken.additionalProperties), at: `${at}/*` });
}

function itemBreaks(pair: Pair): readonly Break[] {
  if (sides(pair).taken.items === undefined) return [];
  return compare({
    ...pair,
    before: schemaAt(pair.before.items),
    after: schemaAt(pair.after.items),
    at: `${pair.at}/*`,
  });
}

/** A keyword that the comparison doesn't know may not change at all. */
function unjudgedBreaks(pair: Pair): readonly Break[] {
  const keywords = new Set([...Object.keys(pair.before), ...Object.keys(pair.after)]);
  return [...keywords]
    .filter((keyword) => !JUDGED.has(keyword) && !isDeepStrictEqual(pair.before[keyword], pair.after[keyword]))
    .map((keyword) => broken(pair, `${keyword} changed, which this comparison can't judge`));
}

const schemaAt = (node: JsonSchema['items']): JsonSchema =>
  typeof node === 'object' && !Array.isArray(node) ? node : {};

const broken = ({ at }: Pair, what: string): Break => ({ at, what });
