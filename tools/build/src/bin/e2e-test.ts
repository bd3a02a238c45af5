#!/usr/bin/env node
// Runs the calling workspace's journeys through the running stage (`*.e2e.test.ts`); arguments go to Vitest.
import { runTests } from '../run-tests.ts';

runTests('e2e');
