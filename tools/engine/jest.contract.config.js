import preset from '../../jest-preset.js';

/** The engine contract suite: README.md. */
export default {
  ...preset,
  testMatch: ['**/contract/**/*.contract.ts'],
  globalSetup: './contract/support/set-up.ts',
  globalTeardown: './contract/support/tear-down.ts',
  setupFiles: ['./contract/support/trust.ts'],
  testTimeout: process.env.WAYPOST_CONTRACT_ACCOUNT === '1' ? 600_000 : 60_000,
  maxWorkers: 4,
};
