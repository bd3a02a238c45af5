import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { NotificationStack } from './stack.ts';

new NotificationStack(new App(), { stage: stageFromEnvironment() });
