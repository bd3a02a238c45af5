import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { everyCommand, everyEvent, everyRoute, nameOf } from './catalogue.ts';
import { sampleOf } from './sample.ts';

const schemas: [string, z.ZodType][] = [
  ...everyEvent.map((event): [string, z.ZodType] => [nameOf(event), event.schema]),
  ...everyCommand.flatMap((command): [string, z.ZodType][] => [
    [`request of ${nameOf(command)}`, command.request],
    [`result of ${nameOf(command)}`, command.result],
  ]),
  ...everyRoute.flatMap((route): [string, z.ZodType][] => [
    [`parameters of ${nameOf(route)}`, route.parameters],
    [`query of ${nameOf(route)}`, route.query],
    [`answer of ${nameOf(route)}`, route.response],
  ]),
];

describe('sampleOf', () => {
  it.each(schemas)('makes a valid %s, the same one every time', (_, schema) => {
    expect(() => schema.parse(sampleOf(schema))).not.toThrow();
    expect(sampleOf(schema)).toEqual(sampleOf(schema));
  });

  it('takes examples first, then the least that is allowed', () => {
    const schema = z.object({
      id: z
        .string()
        .regex(/^x/)
        .meta({ examples: ['x-1'] }),
      count: z.int().min(3),
      above: z.int().positive(),
      below: z.int().max(-2),
      kind: z.enum(['b', 'a']),
      tags: z.array(z.string()),
      limit: z.int().default(20),
      note: z.string().optional(),
      either: z.union([z.literal('one'), z.boolean()]),
    });
    expect(sampleOf(schema)).toEqual({
      id: 'x-1',
      count: 3,
      above: 1,
      below: -2,
      kind: 'b',
      tags: ['tags'],
      either: 'one',
    });
  });

  it('asks for an example where a text has a form of its own', () => {
    expect(() => sampleOf(z.object({ id: z.string().regex(/^x/) }))).toThrow('id has a form of its own');
  });
});
