#!/usr/bin/env node
// Runs the calling workspace's tests that need a running stage (`*.int.test.ts`); arguments go to Vitest.
import { runTests } from '../run-tests.ts';

runTests('integration');
