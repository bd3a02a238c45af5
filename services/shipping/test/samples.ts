import {
  type CountryCode,
  type Address,
  type ArrangeShipmentRequest,
  OrderId,
  type OrderLine,
  ShopperId,
  Sku,
  type WarehouseId,
} from '@waypost/contracts';

export const SHOPPER = ShopperId.parse('3e2a1b9c-0000-4000-8000-000000000001');
export const NOW = '2026-05-04T09:30:00.000Z';

/** The id of the n-th order of a test. */
export const order = (n: number): OrderId => OrderId.parse(`ord_${n.toString(16).padStart(32, '0')}`);

export const lines: OrderLine[] = [{ sku: Sku.parse('TENT-RIDGE-2P'), quantity: 1 }];

export const addressIn = (country: CountryCode): Address => ({
  name: 'Robin Weber',
  line1: 'Seestraße 12',
  city: 'Konstanz',
  postalCode: '78464',
  country,
});

export const arrangement = (
  warehouse: WarehouseId,
  given: Partial<ArrangeShipmentRequest> = {},
): ArrangeShipmentRequest => ({
  orderId: order(1),
  attempt: 1,
  shopperId: SHOPPER,
  carrier: 'parcel-post',
  warehouse,
  lines,
  address: addressIn('DE'),
  ...given,
});
