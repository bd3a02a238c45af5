import { join, resolve } from 'node:path';
import type { StageProfile } from '@waypost/cdk-kit';
import { App, Stack } from 'aws-cdk-lib';
import {
  type CloudAssembly,
  type CloudArtifact,
  CloudFormationStackArtifact,
  DISABLE_ASSET_STAGING_CONTEXT,
} from 'aws-cdk-lib/cx-api';
import { parseTemplate, type SynthesizedStack } from './template.ts';

export interface Synthesized {
  readonly app: App;
  readonly stacks: readonly SynthesizedStack[];
}

const ASSEMBLIES = resolve(import.meta.dirname, '../cdk.out/gates');

/** Synthesizes stacks like a deployment and reads their templates. Bundles are not copied. */
function synthesize(name: string, build: (app: App) => void): Synthesized {
  const app = new App({
    outdir: join(ASSEMBLIES, name),
    analyticsReporting: false,
    treeMetadata: false,
    context: { [DISABLE_ASSET_STAGING_CONTEXT]: true },
  });
  build(app);
  return { app, stacks: stacksOf(app.synth()) };
}

/** All stacks of a stage. */
export function synthesizeStage(build: (app: App, stage: StageProfile) => void, stage: StageProfile): Synthesized {
  return synthesize(stage.name, (app) => build(app, stage));
}

/** A single stack, for tests that plant a fault. */
export function synthesizeOne(fill: (stack: Stack) => void): Synthesized {
  return synthesize('tried', (app) => {
    fill(new Stack(app, 'tried'));
  });
}

function stacksOf(assembly: CloudAssembly): readonly SynthesizedStack[] {
  return assembly.stacks.map((artifact) => ({
    name: artifact.stackName,
    template: parseTemplate(artifact.template),
    templateFile: artifact.templateFullPath,
    below: new Set(stacksBelow(artifact).map(({ stackName }) => stackName)),
  }));
}

function stacksBelow(artifact: CloudArtifact): readonly CloudFormationStackArtifact[] {
  return artifact.dependencies.flatMap((dependency) =>
    dependency instanceof CloudFormationStackArtifact ? [dependency, ...stacksBelow(dependency)] : [],
  );
}
