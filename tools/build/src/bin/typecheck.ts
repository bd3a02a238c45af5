#!/usr/bin/env node
// Checks the calling workspace's types with the native compiler, on one thread: workspaces are checked side by side.
import { fileOf, runNode } from '../run.ts';

runNode([fileOf('typescript-native', 'bin/tsc'), '--project', '.', '--singleThreaded', ...process.argv.slice(2)]);
