import { describe, expect, it } from '@jest/globals';
import { parameter } from './parameters.ts';

describe('a parameter', () => {
  it('is what another stack left', async () => {
    expect(await parameter('/waypost/local/kitchen/url', (name) => Promise.resolve(`value of ${name}`))).toBe(
      'value of /waypost/local/kitchen/url',
    );
  });

  it.each([
    ['nobody left it yet', () => Promise.reject(new Error('ParameterNotFound'))],
    ['it has no value', () => Promise.resolve(undefined)],
  ])('may be there later when %s', async (_, read) => {
    await expect(parameter('/waypost/local/kitchen/url', read)).rejects.toMatchObject({
      name: 'TransientError',
      message: expect.stringContaining('/waypost/local/kitchen/url'),
    });
  });
});
