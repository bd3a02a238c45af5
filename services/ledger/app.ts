import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { LedgerStack } from './stack.ts';

new LedgerStack(new App(), { stage: stageFromEnvironment() });
