import validate from 'asl-validator';
import * as z from 'zod';
import type { Finding } from './finding.ts';
import { at, resourcesOf, type SynthesizedStack } from './template.ts';

/** Stands for whatever CloudFormation will put in: every value of this kind in a definition is an ARN. */
const SOME_ARN = 'arn:aws:lambda:us-east-1:111111111111:function:some-function:live';
const Definition = z.looseObject({ States: z.record(z.string(), z.unknown()) });

/** Definitions of state machines that break the States Language, or hold expressions that JSONata can't read: asl-validator knows both. */
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

/** A text of a template as it will be once deployed, with an ARN for everything that isn't known before. */
function rendered(text: unknown): string {
  if (typeof text === 'string') return text;
  const joined = at(text, 'Fn::Join', 1);
  if (Array.isArray(joined)) return joined.map(rendered).join('');
  return SOME_ARN;
}
