#!/usr/bin/env node
// Runs the calling workspace's tests in a browser (`*.browser.test.ts`); arguments go to Vitest.
import { runTests } from '../run-tests.ts';

runTests('browser');
