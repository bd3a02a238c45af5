import type { Finding } from '../finding.ts';
import type { NamedResource, SynthesizedStack } from '../template.ts';

/** Finds what is wrong with one stack, seen alone. */
export type StackRule = (stack: SynthesizedStack) => readonly Finding[];

/** Finds what is wrong between stacks. */
export type SystemRule = (stacks: readonly SynthesizedStack[]) => readonly Finding[];

/** Tells of each of the resources what is wrong with it, if anything is. */
export function eachOf(
  rule: string,
  resources: (stack: SynthesizedStack) => readonly NamedResource[],
  wrong: (resource: NamedResource, stack: SynthesizedStack) => string | readonly string[] | undefined,
): StackRule {
  return (stack) =>
    resources(stack).flatMap((resource) => {
      const messages = wrong(resource, stack) ?? [];
      return [messages].flat().map((message) => ({ rule, stack: stack.name, resource: resource.id, message }));
    });
}
