#!/usr/bin/env node
// Runs the calling workspace's journeys through the running stage (`*.e2e.test.ts`); arguments go to jest.
import { runJest } from '../run-jest.ts';

runJest('e2e', [
  '--testMatch=**/*.e2e.test.ts',
  '--testPathIgnorePatterns=/node_modules/',
  '--testPathIgnorePatterns=/dist/',
  '--testTimeout=120000',
  '--maxWorkers=3', // journeys wait more than they work
]);
