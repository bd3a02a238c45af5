import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { WebhookStack } from './stack.ts';

new WebhookStack(new App(), { stage: stageFromEnvironment() });
