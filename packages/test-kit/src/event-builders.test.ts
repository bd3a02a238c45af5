import { describe, expect, it } from 'vitest';
import { EventMetadata, OrderPlaced, ProductChanged, ReserveStock } from '@waypost/contracts';
import { everyCommand, everyEvent, nameOf } from '@waypost/contracts/catalogue';
import fc from 'fast-check';
import { busEvent, commandPayload } from './event-builders.ts';
import { orderIdOf, orderLines, pricedLines, skuOf, totalOf } from './values.ts';

describe.each(everyEvent.map((event) => [nameOf(event), event] as const))('a built %s', (_, contract) => {
  it('is valid, and routed by its rule', () => {
    const event = busEvent(contract);
    expect(contract.schema.parse(event.detail.data)).toEqual(event.detail.data);
    expect(EventMetadata.parse(event.detail.metadata)).toEqual(event.detail.metadata);
    expect(contract.pattern.source).toContain(event.source);
    expect(contract.pattern.detailType).toContain(event['detail-type']);
    expect(event.detail.metadata).toMatchObject({ producer: contract.owner, schemaVersion: contract.version });
  });
});

describe('an event with fields that a test cares about', () => {
  it('is about the order that was named', () => {
    const orderId = orderIdOf(7);
    const { detail } = busEvent(OrderPlaced, { data: { orderId } });
    expect(detail.data.orderId).toBe(orderId);
    expect(detail.metadata.subject).toBe(orderId);
  });

  it('takes metadata too, and the time goes into its id', () => {
    const occurredAt = '2027-01-01T00:00:00.000Z';
    const event = busEvent(ProductChanged, { metadata: { correlationId: 'click-1', occurredAt, subject: 'x' } });
    expect(event.detail.metadata).toMatchObject({ correlationId: 'click-1', occurredAt, subject: 'x' });
    expect(event.time).toBe(occurredAt);
    expect(Number.parseInt(event.id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse(occurredAt));
  });

  it('has a valid id of its own, the same one when it is built again', () => {
    const idOf = (number: number) => busEvent(OrderPlaced, { data: { orderId: orderIdOf(number) } }).id;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, other) => {
        expect(idOf(one)).toBe(idOf(one));
        expect(idOf(one) === idOf(other)).toBe(one === other);
      }),
    );
  });

  it('is rejected when it would not be valid', () => {
    expect(() => busEvent(OrderPlaced, { data: { orderId: 'order 7' } })).toThrow(
      'must be ord_ and 32 hexadecimal digits',
    );
  });
});

describe('a built command', () => {
  it.each(everyCommand.map((command) => [nameOf(command), command] as const))('%s is valid', (_, contract) => {
    expect(contract.request.safeParse(commandPayload(contract).data).success).toBe(true);
  });

  it('asks for what a test cares about', () => {
    expect(commandPayload(ReserveStock, { attempt: 3, lines: orderLines(2) })).toMatchObject({
      metadata: { correlationId: 'correlation-1' },
      data: { attempt: 3, lines: [{ sku: skuOf(1) }, { sku: skuOf(2) }] },
    });
  });
});

describe('priced lines', () => {
  it('cost what their units cost', () => {
    expect(totalOf(pricedLines(3, { quantity: 2 }))).toEqual({ amount: 6000, currency: 'EUR' });
  });
});
