import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { InventoryStack } from './stack.ts';

const app = new App();
new InventoryStack(app, { stage: stageFromEnvironment() });
