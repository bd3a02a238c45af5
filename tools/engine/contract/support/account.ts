import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** True when the suite runs against a real account, with the credentials and region of the environment. */
export const onRealAccount = process.env['WAYPOST_CONTRACT_ACCOUNT'] === '1';

/** Folder of the suite's engine; the same as the local stage's. */
export const engineDirectory = join(import.meta.dirname, '..', '..', '..', '..', '.local', 'engine');

/** Folder of the state of the suite's engines: new for each run. */
export const stateDirectoryOf = (run: string): string => join(tmpdir(), `waypost-contract-${run}`);

/** AWS is slower than the engine: how long a test waits for what should happen in about `seconds`. */
export const patience = (seconds: number): { within: number } => ({
  within: (onRealAccount ? 60 + seconds * 20 : 10 + seconds) * 1000,
});

/** Mends to leave out, to see which tests need them: WAYPOST_WITHOUT_PATCHES=alias_weights,metrics. */
export const withoutMends = (process.env['WAYPOST_WITHOUT_PATCHES'] ?? '').split(',').filter((name) => name !== '');
