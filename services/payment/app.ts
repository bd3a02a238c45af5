import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { PaymentStack } from './stack.ts';

new PaymentStack(new App(), { stage: stageFromEnvironment() });
