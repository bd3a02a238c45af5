import * as z from 'zod';

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});

const Template = z.looseObject({
  Parameters: z.record(z.string(), z.looseObject({ Type: z.string(), Default: z.unknown().optional() })).default({}),
  Resources: z.record(z.string(), Resource).default({}),
});

export type Resource = z.infer<typeof Resource>;
export type Template = z.infer<typeof Template>;

/** A synthesized stack. */
export interface SynthesizedStack {
  readonly name: string;
  readonly template: Template;
  /** File of the template, for tools that read files. */
  readonly templateFile: string;
  /** Stacks that are deployed before this one, also indirectly. */
  readonly below: ReadonlySet<string>;
}

export interface NamedResource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** @throws ZodError if it isn't a CloudFormation template. */
export function parseTemplate(json: unknown): Template {
  return Template.parse(json);
}

/** Resources of a stack, of one type or of all. */
export function resourcesOf({ template }: SynthesizedStack, type?: string): readonly NamedResource[] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => type === undefined || resource.Type === type)
    .map(([id, resource]) => ({ id, type: resource.Type, properties: resource.Properties }));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the value at a path; undefined if the path ends earlier. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return typeof step === 'number' ? inner[step] : undefined;
    return isRecord(inner) ? inner[step] : undefined;
  }, value);
}

/** Returns a value as a list: templates allow a single value instead of a list with one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((entry) => typeof entry === 'string');
}

/** Logical id in a `Ref` or `Fn::GetAtt`; undefined for other values. */
export function referenceOf(value: unknown): string | undefined {
  const ref = at(value, 'Ref');
  if (typeof ref === 'string') return ref;
  const attribute = at(value, 'Fn::GetAtt');
  if (typeof attribute === 'string') return attribute.split('.')[0];
  const id = at(attribute, 0);
  return typeof id === 'string' ? id : undefined;
}

/** All resources and parameters that a value refers to, at any depth. */
export function referencesIn(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  visit(value, (part) => {
    const id = referenceOf(part);
    if (id !== undefined) found.add(id);
    for (const text of textsOf(at(part, 'Fn::Sub')).slice(0, 1)) {
      for (const [, name] of text.matchAll(/\$\{([A-Za-z0-9]+)[^}]*\}/g)) if (name) found.add(name);
    }
  });
  return found;
}

/** All strings of a value, at any depth. */
export function stringsIn(value: unknown): readonly string[] {
  const found: string[] = [];
  visit(value, (part) => {
    if (typeof part === 'string') found.push(part);
  });
  return found;
}

function visit(value: unknown, tell: (part: unknown) => void): void {
  tell(value);
  const inner = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  for (const part of inner) visit(part, tell);
}
