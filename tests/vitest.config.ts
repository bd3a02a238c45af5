import { testConfiguration } from '@waypost/build/test-kinds';
import { defineConfig, mergeConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

export default defineConfig(mergeConfig(testConfiguration('e2e'), { test: { sequence: { sequencer: LongestFirst } } }));
