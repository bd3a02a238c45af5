import { defineConfig } from 'vitest/config';
import { testConfiguration } from './test-kinds.ts';

/** The configuration of `run-tests.ts`, whose mode is the kind of test. */
export default defineConfig(({ mode }) => {
  if (mode !== 'unit' && mode !== 'integration' && mode !== 'e2e' && mode !== 'browser')
    throw new Error(`${mode} is not a kind of test`);
  return testConfiguration(mode);
});
