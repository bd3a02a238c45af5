#!/usr/bin/env node
// Runs the calling workspace's tests that need a running stage (`*.int.test.ts`); arguments go to jest.
import { runJest } from '../run-jest.ts';

runJest('integration', [
  '--testMatch=**/*.int.test.ts',
  '--testPathIgnorePatterns=/node_modules/',
  '--testPathIgnorePatterns=/dist/',
  '--testTimeout=60000',
]);
