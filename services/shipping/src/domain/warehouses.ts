import type { Address, WarehouseId } from '@waypost/contracts';

/** Addresses to which carriers deliver returns. */
export const WAREHOUSES: Readonly<Record<WarehouseId, Address>> = {
  north: { name: 'Waypost Returns', line1: 'Speicherweg 4', city: 'Hamburg', postalCode: '20457', country: 'DE' },
  south: { name: 'Waypost Returns', line1: 'Alpenstraße 21', city: 'Ulm', postalCode: '89077', country: 'DE' },
};
