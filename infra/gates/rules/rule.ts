import type { Finding } from '../finding.ts';
import type { NamedResource, SynthesizedStack } from '../template.ts';

/** Returns the findings of a single stack. */
export type StackRule = (stack: SynthesizedStack) => readonly Finding[];

/** Returns the findings across stacks. */
export type SystemRule = (stacks: readonly SynthesizedStack[]) => readonly Finding[];

/** Creates a finding for each resource that a check describes. */
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
