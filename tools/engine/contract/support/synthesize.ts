import { App } from 'aws-cdk-lib';
import type { ContractStack } from './contract-stack.ts';
import type { Templates } from './deploy.ts';

// Templates that need no bootstrapped account.
const LEGACY_SYNTHESIS = { '@aws-cdk/core:newStyleStackSynthesis': false };

export type DefineStack = (app: App) => ContractStack;

/** The templates of the stacks, by area. */
export function synthesize(definitions: readonly DefineStack[]): Templates {
  const app = new App({ context: LEGACY_SYNTHESIS });
  const stacks = definitions.map((define) => define(app));
  const assembly = app.synth();
  return Object.fromEntries(
    stacks.map(({ node, stackName }) => [node.id, assembly.getStackByName(stackName).template as unknown]),
  );
}
