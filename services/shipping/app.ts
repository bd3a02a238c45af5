import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { ShippingStack } from './stack.ts';

const app = new App();
new ShippingStack(app, { stage: stageFromEnvironment() });
