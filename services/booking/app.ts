import { App } from 'aws-cdk-lib';
import { stageFromEnvironment } from '@waypost/stages';
import { BookingStack } from './stack.ts';

const app = new App();
new BookingStack(app, { stage: stageFromEnvironment() });
