import { Stack } from 'aws-cdk-lib';
import type { ServiceFunction } from './service-function.ts';
import { parameterName, type StageProfile } from './stage.ts';

/**
 * Lets a function read a value that another stack leaves, whenever that is: the variable holds the parameter's name, and
 * the service kit's `parameter(name)` reads it. So two stacks can know each other without a cycle.
 */
export function readAtRunTime(
  handler: ServiceFunction,
  { stage, owner, name, variable }: { stage: StageProfile; owner: string; name: string; variable: string },
): void {
  const parameter = parameterName(stage, owner, name);
  handler.addEnvironment(variable, parameter);
  handler.allow(
    ['ssm:GetParameter'],
    // The name begins with the slash that stands between the type and the name.
    Stack.of(handler).formatArn({ service: 'ssm', resource: 'parameter', resourceName: parameter.slice(1) }),
  );
}
