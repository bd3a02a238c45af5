import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { SandboxStack } from './stack.ts';

new SandboxStack(new App(), { stage: stageFromEnvironment() });
