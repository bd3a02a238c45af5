#!/usr/bin/env node
// Runs the calling workspace's tests in a browser (`*.browser.test.ts`); arguments go to jest.
import { runJest } from '../run-jest.ts';

runJest('browser', [
  '--testMatch=**/*.browser.test.ts',
  '--testPathIgnorePatterns=/node_modules/',
  '--testPathIgnorePatterns=/dist/',
  '--maxWorkers=2',
]);
