import { describe, expect, it } from 'vitest';
import { accountArguments, startArguments } from './arguments.ts';

describe('npm start', () => {
  it('has fixed ports', () => {
    expect(startArguments([])).toEqual({ storefrontPort: 5173, enginePort: 4566 });
  });

  it('takes others', () => {
    expect(startArguments(['--port', '0', '--engine-port=4600'])).toEqual({ storefrontPort: 0, enginePort: 4600 });
  });

  it.each(['x', '-1', '1.5', '65536', ' '])('refuses the port %p', (port) => {
    expect(() => startArguments([`--port=${port}`])).toThrow('is no port');
  });
});

describe('npm run deploy', () => {
  it('takes the stage and passes the rest on', () => {
    expect(accountArguments(['deploy', '--verbose', '--stage', 'sandbox', '--profile', 'p'])).toEqual({
      action: 'deploy',
      stage: 'sandbox',
      rest: ['--verbose', '--profile', 'p'],
    });
  });

  it.each([[[]], [['--stage']], [['--stage', 'local']], [['--stage', 'production']]])('refuses %p', (args) => {
    expect(() => accountArguments(['deploy', ...args])).toThrow('--stage sandbox|staging|prod');
  });
});
