import jsonata from 'jsonata';
import { namedError, asJson } from '../functions.ts';

/** Data that an expression can access. */
export interface Sight {
  readonly states: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly now: () => Date;
  readonly random: () => number;
}

const parsed = new Map<string, jsonata.Expression>();

function expressionOf(text: string): jsonata.Expression {
  const known = parsed.get(text);
  if (known) return known;
  const expression = jsonata(text);
  parsed.set(text, expression);
  return expression;
}

const failed = (text: string, why: string): Error => namedError('States.QueryEvaluationError', `${text}: ${why}`);

/**
 * The value of a template: every text in `{% %}` is evaluated, all else stays.
 *
 * @throws Error `States.QueryEvaluationError`, also for an expression that gives nothing. Source:
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export async function evaluate(template: unknown, sight: Sight): Promise<unknown> {
  if (typeof template === 'string') return isExpression(template) ? query(template.slice(2, -2), sight) : template;
  if (Array.isArray(template)) {
    const items: unknown[] = [];
    for (const item of template) items.push(await evaluate(item, sight));
    return items;
  }
  if (typeof template !== 'object' || template === null) return template;
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(template)) fields[name] = await evaluate(value, sight);
  return fields;
}

const isExpression = (text: string): boolean => text.startsWith('{%') && text.endsWith('%}');

/** `$now`, `$millis`, `$random` are the simulation's; `$parse` is what Step Functions adds of the functions in use. */
async function query(text: string, { states, variables, now, random }: Sight): Promise<unknown> {
  const bindings = {
    ...variables,
    states,
    parse: (json: string): unknown => JSON.parse(json),
    now: () => now().toISOString(),
    millis: () => now().getTime(),
    random,
  };
  let value: unknown;
  try {
    value = await expressionOf(text).evaluate(undefined, bindings);
  } catch (error) {
    throw failed(text, error instanceof Error ? error.message : JSON.stringify(error));
  }
  if (value === undefined) throw failed(text, 'it gives nothing');
  return typeof value === 'object' ? asJson(value) : value;
}
