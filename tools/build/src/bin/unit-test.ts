#!/usr/bin/env node
// Runs the calling workspace's tests that need nothing but Node; arguments go to jest.
import { runJest } from '../run-jest.ts';

runJest('unit', ['--testTimeout=30000']); // a machine that does much else is slow, not wrong
