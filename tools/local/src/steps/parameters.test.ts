import { describe, expect, it } from 'vitest';
import { stageParameters } from './parameters.ts';

const parameters = stageParameters(
  new Map([
    ['order/api-url', 'https://localhost/o/'],
    ['order/table-name', 'orders'],
    ['inventory/commands/reserve-stock', 'arn'],
  ]),
);

describe('parameters that stacks publish for tools', () => {
  it('contain the API of each service that has one', () => {
    expect(parameters.apis).toEqual({ order: 'https://localhost/o' });
  });

  it('report a missing parameter', () => {
    expect(() => parameters.required('identity/client-id')).toThrow('/waypost/local/identity/client-id');
  });
});
