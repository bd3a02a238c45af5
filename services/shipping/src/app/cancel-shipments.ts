import type { CancelShipmentsRequest, CancelShipmentsResult } from '@waypost/contracts';
import { decideCancel } from '../domain/order-shipments.ts';
import type { ShipmentStore } from '../ports.ts';
import { decideAndSave } from './decide-and-save.ts';

/** Cancels every shipment of an order. Safe to repeat, and safe to come before what it undoes. */
export function cancelShipments(
  { shipments }: { shipments: ShipmentStore },
  request: CancelShipmentsRequest,
): Promise<CancelShipmentsResult> {
  return decideAndSave(shipments, (current) => decideCancel(current, request));
}
