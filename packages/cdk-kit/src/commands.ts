import type { CommandContract } from '@waypost/contracts';
import type { Construct } from 'constructs';
import { publishParameter, readParameter } from './parameters.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageProfile } from './stage.ts';

/** Lets workflows of other services ask this function: its alias ARN is left under `commands/<name>`. */
export function publishCommand(
  scope: Construct,
  stage: StageProfile,
  command: CommandContract,
  handler: ServiceFunction,
): void {
  publishParameter(scope, {
    stage,
    owner: command.owner,
    name: `commands/${command.name}`,
    value: handler.live.functionArn,
  });
}

/** Lets a function ask a command of another service, by the service kit's `invokeCommand`; `variable` gets its ARN. */
export function grantCommand(
  scope: Construct,
  stage: StageProfile,
  { asks, variable, handlers }: { asks: CommandContract; variable: string; handlers: readonly ServiceFunction[] },
): void {
  const arn = commandArn(scope, stage, asks);
  for (const handler of handlers) {
    handler.addEnvironment(variable, arn);
    handler.allow(['lambda:InvokeFunction'], arn);
  }
}

/** The alias ARN of the function that answers a command of another service. */
export function commandArn(scope: Construct, stage: StageProfile, command: CommandContract): string {
  return readParameter(scope, stage, command.owner, `commands/${command.name}`);
}
