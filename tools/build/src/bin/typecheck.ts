#!/usr/bin/env node
// Checks types with the native compiler: of the whole project in the root folder, of a workspace with a browser in its own folder.
import { fileOf, runNode } from '../run.ts';

runNode([fileOf('typescript-native', 'bin/tsc'), '--project', '.', ...process.argv.slice(2)]);
