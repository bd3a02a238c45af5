import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { parameterName, type StageProfile } from './stage.ts';

/** Leaves a value for other stacks and for tools. */
export function publishParameter(
  scope: Construct,
  { stage, owner, name, value }: { stage: StageProfile; owner: string; name: string; value: string },
): StringParameter {
  return new StringParameter(scope, `Parameter-${name}`, {
    parameterName: parameterName(stage, owner, name),
    stringValue: value,
  });
}

/** A value that another stack left, resolved when this stack is deployed. */
export function readParameter(scope: Construct, stage: StageProfile, owner: string, name: string): string {
  return StringParameter.valueForStringParameter(scope, parameterName(stage, owner, name));
}
