import { paginateGetParametersByPath, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { StageError } from '../stage-error.ts';
import { clientOptions } from '../target.ts';
import type { Target } from '../target.ts';

/** Parameters that the deployed stacks publish for tools: `<owner>/<name>` → value. */
export interface StageParameters {
  /** @throws StageError if no stack publishes it. */
  required(name: string): string;
  optional(name: string): string | undefined;
  /** Base URLs of the APIs by service. */
  readonly apis: Readonly<Record<string, string>>;
}

export async function readParameters(target: Target): Promise<StageParameters> {
  const path = '/waypost/local/';
  const found = new Map<string, string>();
  const pages = paginateGetParametersByPath(
    { client: new SSMClient(clientOptions(target)) },
    { Path: path, Recursive: true },
  );
  for await (const { Parameters = [] } of pages) {
    for (const { Name = '', Value = '' } of Parameters) found.set(Name.slice(path.length), Value);
  }
  return stageParameters(found);
}

/** Publishes the storefront's address, like the edge stack in an account: payments redirect shoppers there. */
export async function leaveStorefrontUrl(target: Target, Value: string): Promise<void> {
  const parameter = { Name: '/waypost/local/edge/storefront-url', Value, Type: 'String', Overwrite: true } as const;
  await new SSMClient(clientOptions(target)).send(new PutParameterCommand(parameter));
}

export function stageParameters(found: ReadonlyMap<string, string>): StageParameters {
  const apis = [...found].flatMap(([name, value]) => {
    const [owner, leaf] = name.split('/');
    return owner !== undefined && leaf === 'api-url' ? [[owner, value.replace(/\/$/, '')] as const] : [];
  });
  return {
    required: (name) => {
      const value = found.get(name);
      if (value !== undefined) return value;
      throw new StageError(
        `No stack left the parameter /waypost/local/${name}.`,
        'Deploy its stack; should it be deployed, its stack must publish the parameter.',
      );
    },
    optional: (name) => found.get(name),
    apis: Object.fromEntries(apis),
  };
}
