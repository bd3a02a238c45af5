import { describe, expect, it } from 'vitest';
import { CarrierReported, OrderPlaced, ProductChanged } from '@waypost/contracts';
import { everyEvent } from '@waypost/contracts/catalogue';
import { busEvent } from '@waypost/test-kit';
import { ReceivedEvent } from './listen.ts';
import { isOf, narrate } from './narrate.ts';

describe('every event of the shop', () => {
  it.each(everyEvent.map((contract) => [contract.name, contract] as const))(
    '%s has a text of its own',
    (name, contract) => {
      const told = narrate(ReceivedEvent.parse(busEvent(contract)));
      expect(told).toContain(name);
      expect(told).not.toMatch(/happened|undefined/);
    },
  );
});

describe('an event', () => {
  const order = `ord_${'0'.repeat(31)}1`;

  it.each([
    ['of an order', busEvent(OrderPlaced), true],
    ['of a shipment, by the id of its order', busEvent(CarrierReported), true],
    ['of a product', busEvent(ProductChanged), false],
  ] as const)('%s is known as its own', (_, given, itsOwn) => {
    const event = ReceivedEvent.parse(given);
    expect(isOf(event, new Set([order]))).toBe(itsOwn);
    expect(isOf(event, new Set([order.replace('1', '2')]))).toBe(false);
  });
});
