import { stageFromEnvironment } from '@waypost/stages';
import { App } from 'aws-cdk-lib';
import { wholeSystem } from './whole-system.ts';

wholeSystem(new App(), stageFromEnvironment());
