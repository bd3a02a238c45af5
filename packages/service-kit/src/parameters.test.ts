import { describe, expect, it } from 'vitest';
import { optionalParameter, parameter } from './parameters.ts';

describe('a parameter', () => {
  it('is what another stack left', async () => {
    expect(await parameter('/waypost/local/kitchen/url', (name) => Promise.resolve(`value of ${name}`))).toBe(
      'value of /waypost/local/kitchen/url',
    );
  });

  it.each([
    ['it does not exist yet', () => Promise.reject(new Error('ParameterNotFound'))],
    ['it has no value', () => Promise.resolve(undefined)],
  ])('may be there later when %s', async (_, read) => {
    await expect(parameter('/waypost/local/kitchen/url', read)).rejects.toMatchObject({
      name: 'TransientError',
      message: expect.stringContaining('/waypost/local/kitchen/url'),
    });
  });
});

describe('an optional parameter', () => {
  const name = '/waypost/local/kitchen/garden-url';

  it('is undefined if it does not exist', async () => {
    const missing = Object.assign(new Error(), { name: 'ParameterNotFound' });
    const asPowertoolsReports = new Error('GetParameterError', { cause: missing });
    expect(await optionalParameter(name, () => Promise.reject(asPowertoolsReports))).toBeUndefined();
  });

  it('is its value if it exists', async () => {
    expect(await optionalParameter(name, () => Promise.resolve('https://garden'))).toBe('https://garden');
  });

  it('is not taken for absent when it could not be read', async () => {
    await expect(optionalParameter(name, () => Promise.reject(new Error('ThrottlingException')))).rejects.toMatchObject(
      {
        name: 'TransientError',
      },
    );
  });
});
