import { testConfiguration } from '@waypost/build/test-kinds';
import { defineConfig, mergeConfig } from 'vitest/config';

const timeout = process.env['WAYPOST_CONTRACT_ACCOUNT'] === '1' ? 600_000 : 60_000;

/** The engine contract suite: README.md. */
export default defineConfig(
  mergeConfig(testConfiguration('integration'), {
    test: {
      include: ['contract/**/*.contract.ts'],
      globalSetup: ['./contract/support/set-up.ts'],
      setupFiles: ['./contract/support/trust.ts'],
      testTimeout: timeout,
      hookTimeout: timeout,
      maxWorkers: 4,
    },
  }),
);
