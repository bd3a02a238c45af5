import { wholeSystem } from '@waypost/infra/whole-system';
import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';

export interface DeployedFunction {
  readonly service: string;
  /** The folder of its bundle in the service's `dist`. */
  readonly name: string;
  /** Its environment; what only the deployment knows is a placeholder. */
  readonly environment: Readonly<Record<string, string>>;
}

const Template = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string(), Properties: z.unknown() })),
});
const FunctionProperties = z.looseObject({
  FunctionName: z.string(),
  Environment: z.looseObject({ Variables: z.record(z.string(), z.unknown()) }),
});
const NAME = /^waypost-local-([a-z]+)-(.+)$/;

/** Every function of the local stage, as its stack says. */
export function deployedFunctions(): readonly DeployedFunction[] {
  const app = new App({ analyticsReporting: false });
  wholeSystem(app, stageFromEnvironment({}));
  return app.synth().stacks.flatMap((stack) => {
    const resources = Object.values(Template.parse(stack.template).Resources);
    return resources
      .filter(({ Type }) => Type === 'AWS::Lambda::Function')
      .map(({ Properties }) => deployed(Properties));
  });
}

function deployed(properties: unknown): DeployedFunction {
  const { FunctionName, Environment } = FunctionProperties.parse(properties);
  const [, service = '', name = ''] = NAME.exec(FunctionName) ?? [];
  const environment = Object.entries(Environment.Variables).map(([variable, value]) => [
    variable,
    typeof value === 'string' ? value : 'https://placeholder.example/000000000000/placeholder',
  ]);
  return { service, name, environment: Object.fromEntries(environment) };
}
