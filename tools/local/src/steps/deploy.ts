import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCdk } from '../cdk.ts';
import { projectRoot } from '../layout.ts';
import type { StageLayout } from '../layout.ts';
import { runTool } from '../run-tool.ts';
import { clientOptions } from '../target.ts';
import type { Target } from '../target.ts';
import { isDeployed, markDeployed } from './assembly.ts';

/** Creates the resources that CDK itself needs (a bucket for assets, roles), once per account. */
export async function bootstrapCdk(target: Target, layout: StageLayout, signal: AbortSignal): Promise<void> {
  if (await isBootstrapped(target)) return;
  await runCdk({
    doing: 'Bootstrapping the CDK',
    args: ['bootstrap', `aws://${target.accountId}/${target.region}`],
    cwd: projectRoot,
    environment: target.environment,
    logFile: join(layout.logs, 'bootstrap.log'),
    signal,
  });
}

async function isBootstrapped(target: Target): Promise<boolean> {
  const client = new CloudFormationClient(clientOptions(target));
  const answer = await client.send(new DescribeStacksCommand({ StackName: 'CDKToolkit' })).catch(() => undefined);
  return answer?.Stacks?.some(({ StackStatus }) => StackStatus?.endsWith('_COMPLETE')) ?? false;
}

/** Deploys every stack, as many in parallel as the layers allow; none if the target is up to date. */
export async function deployEverything(
  target: Target,
  layout: StageLayout,
  signal: AbortSignal,
  tell: (progress: string) => void,
): Promise<void> {
  await synthesize(target, layout, signal);
  if (await isDeployed(target, layout.assembly, layout.deployed)) return tell('no changes');
  await runCdk({
    doing: 'Deploying',
    args: [
      'deploy',
      '--all',
      '--concurrency',
      '8',
      '--require-approval',
      'never',
      '--progress',
      'events',
      '--app',
      layout.assembly,
    ],
    cwd: projectRoot,
    environment: target.environment,
    logFile: join(layout.logs, 'deploy.log'),
    signal,
    onLine: (line) => {
      if (/^\s*(✅|❌)/.test(line)) tell(line.trim());
    },
  });
  await markDeployed(layout.assembly, layout.deployed);
}

/** Synthesizes like `cdk synth`, without the CLI. */
async function synthesize(target: Target, layout: StageLayout, signal: AbortSignal): Promise<void> {
  await rm(layout.assembly, { recursive: true, force: true });
  await runTool({
    doing: 'Synthesizing the stacks',
    command: process.execPath,
    args: ['app.ts'],
    cwd: join(projectRoot, 'infra'),
    env: { ...process.env, ...target.environment, WAYPOST_STAGE: 'local', CDK_OUTDIR: layout.assembly },
    logFile: join(layout.logs, 'synthesize.log'),
    signal,
  });
}
