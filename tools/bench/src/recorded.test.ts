import { describe, expect, it } from 'vitest';
import { callsByFunction, ownerOf, readRecorded, usesOf } from './recorded.ts';

const reserve = 'waypost-local-inventory-reservestockRole9B2A000F-F916E9B7ABBDA';
const lines = [
  { at: '', principal: reserve, action: 'dynamodb:PutItem', resource: 'x', decision: 'Allow', by: 'sdk' },
  { at: '', principal: reserve, capacityOf: 'TransactWriteItems', table: 'stock', units: 6 },
  { at: '', principal: reserve, capacityOf: 'BatchGetItem', table: 'stock', units: 3 },
  { at: '', principal: 'root', capacityOf: 'Scan', table: 'stock', units: 100 },
  { at: '', principal: 'waypost-local-sandbox-createRole1', capacityOf: 'PutItem', table: 'world', units: 2 },
  { at: '', principal: 'waypost-local-notification-mailtosandboxRole1', capacityOf: 'PutItem', table: 'log', units: 1 },
  {
    at: '',
    principal: 'waypost-local-order-orderworkflowRole1',
    action: 'states:StartSyncExecution',
    resource: 'x',
    decision: 'Allow',
    by: 'states',
  },
  {
    at: '',
    principal: 'waypost-local-webhook-receivepaymentwebhookRole1',
    action: 'sqs:SendMessage',
    resource: 'x',
    decision: 'Allow',
    by: 'sdk',
  },
].map((line) => JSON.stringify(line));

describe('what the engine recorded of two orders', () => {
  it('is the usage of one order, without reads by shoppers and without external services', () => {
    expect(usesOf(readRecorded(lines), 2, [])).toEqual([
      { price: 'writeUnit', amount: 3, by: 'inventory', part: 'confirmation' },
      { price: 'readUnit', amount: 1.5, by: 'inventory', part: 'confirmation' },
      { price: 'writeUnit', amount: 0.5, by: 'notification', part: 'mails' },
      { price: 'expressExecution', amount: 0.5, by: 'order', part: 'confirmation' },
      // Sent, received, deleted.
      { price: 'queueRequest', amount: 1.5, by: 'webhook', part: 'fulfilment' },
    ]);
  });

  it('tells the calls that each function made', () => {
    expect([...callsByFunction(readRecorded(lines), 2)]).toEqual([
      ['inventory/reservestock', 0.5],
      ['webhook/receivepaymentwebhook', 0.5],
    ]);
  });
});

describe('the name of a role', () => {
  it('tells its service and its function', () => {
    expect(ownerOf(reserve)).toEqual({ service: 'inventory', worker: 'reservestock' });
  });

  it('tells nothing of a person', () => {
    expect(ownerOf('root')).toBeUndefined();
  });
});
