import { App } from 'aws-cdk-lib';
import { stageFromEnvironment } from '@waypost/stages';
import { OrderStack } from './stack.ts';

const app = new App();
new OrderStack(app, { stage: stageFromEnvironment() });
