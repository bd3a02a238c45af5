import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, type } from './type-command.ts';

const MINUTES = 60_000;

/** Test that runs each command of the README. */
const EXECUTED: Readonly<Record<string, 'here' | 'by npm test' | 'by CI'>> = {
  'npm start': 'by CI',
  'npm test': 'by npm test',
  'npm run demo': 'here',
  'npx turbo run deploy --filter=order': 'here',
  'npm run lint': 'by npm test',
  'npm run test:engine': 'by CI',
  'npm run simulate': 'by npm test',
  'npm run soak': 'by CI',
  'npm run bench': 'by CI',
};

describe('the README', () => {
  const blocks = [...readFileSync(join(projectFolder, 'README.md'), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)];
  const named = blocks.flatMap(([, lines = '']) => lines.trim().split('\n')).map((line) => line.replace(/\s+#.*/, ''));

  it('names no command that no test runs', () => {
    expect(new Set(named)).toEqual(new Set(Object.keys(EXECUTED)));
  });
});

describe('a command on a running stage', () => {
  it(
    'npm run demo plays nine stories to the end that they should have',
    async () => {
      const told = await type('npm run demo');
      for (const event of ['out_of_stock', 'payment_declined', 'OrderCompleted', 'OrderReturnRefunded'])
        expect(told).toContain(event);
      expect(told).toContain('each with the end that it should have');
    },
    5 * MINUTES,
  );

  it(
    'npm run redrive says that there is nothing to drive, where there is nothing',
    async () => {
      expect(await type(`npm run redrive -- ord_${'0'.repeat(32)}`)).toContain('Order not found');
    },
    MINUTES,
  );

  it(
    'npx turbo run deploy deploys each service alone',
    async () => {
      const services = readdirSync(join(projectFolder, 'services'));
      const told = await type(
        `npx turbo run deploy --concurrency=2 ${services.map((name) => `--filter=${name}`).join(' ')}`,
      );
      for (const name of services) expect(told).toMatch(new RegExp(`${name}:deploy:.*waypost-local-${name}`));
    },
    10 * MINUTES,
  );
});
