import validate from 'asl-validator';
import * as z from 'zod';
import type { Finding } from './finding.ts';
import { at, resourcesOf, type SynthesizedStack } from './template.ts';

/** Placeholder for values that CloudFormation resolves: all of them are ARNs in a definition. */
const SOME_ARN = 'arn:aws:lambda:us-east-1:111111111111:function:some-function:live';
const Definition = z.looseObject({ States: z.record(z.string(), z.unknown()) });

/** Findings of asl-validator in state machine definitions: invalid States Language or JSONata expressions. */
export function workflowFindings(stack: SynthesizedStack): readonly Finding[] {
  return resourcesOf(stack, 'AWS::StepFunctions::StateMachine').flatMap(({ id, properties }) =>
    faultsOf(properties).map((message) => ({ rule: 'workflow-definition', stack: stack.name, resource: id, message })),
  );
}

function faultsOf(properties: Readonly<Record<string, unknown>>): readonly string[] {
  const text = properties['DefinitionString'];
  const parsed = Definition.safeParse(text === undefined ? properties['Definition'] : JSON.parse(rendered(text)));
  if (!parsed.success) return ['has no definition that can be read'];
  const { isValid, errorsText } = validate(parsed.data);
  return isValid ? [] : [errorsText('; ')];
}

/** Text of a template after deployment, with a placeholder ARN for every unresolved value. */
function rendered(text: unknown): string {
  if (typeof text === 'string') return text;
  const joined = at(text, 'Fn::Join', 1);
  if (Array.isArray(joined)) return joined.map(rendered).join('');
  return SOME_ARN;
}
