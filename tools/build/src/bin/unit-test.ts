#!/usr/bin/env node
// Runs the calling workspace's tests that need nothing but Node (`*.test.ts`); arguments go to Vitest.
import { runTests } from '../run-tests.ts';

runTests('unit');
