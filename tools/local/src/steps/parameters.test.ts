import { describe, expect, it } from 'vitest';
import { stageParameters } from './parameters.ts';

const parameters = stageParameters(
  new Map([
    ['order/api-url', 'https://localhost/o/'],
    ['order/table-name', 'orders'],
    ['inventory/commands/reserve-stock', 'arn'],
  ]),
);

describe('what stacks left for tools', () => {
  it('names the API of each service that has one', () => {
    expect(parameters.apis).toEqual({ order: 'https://localhost/o' });
  });

  it('tells which parameter is missing', () => {
    expect(() => parameters.required('identity/client-id')).toThrow('/waypost/local/identity/client-id');
  });
});
