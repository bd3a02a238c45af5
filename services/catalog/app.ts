import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { CatalogStack } from './stack.ts';

new CatalogStack(new App(), { stage: stageFromEnvironment() });
