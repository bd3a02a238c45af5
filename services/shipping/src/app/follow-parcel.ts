import { PermanentError } from '@waypost/service-kit';
import { decideReport, orderOf } from '../domain/order-shipments.ts';
import type { CarrierReport } from '../domain/parcel.ts';
import type { ShipmentStore } from '../ports.ts';
import { decideOnStored } from './decide-and-save.ts';

/**
 * Follows a parcel by what its carrier reports.
 *
 * @throws PermanentError for a parcel that the shop doesn't know.
 */
export async function followParcel(
  { shipments }: { shipments: ShipmentStore },
  report: CarrierReport,
): Promise<'told' | 'known' | 'stopped'> {
  const orderId = orderOf(report.shipmentId);
  const result = orderId && (await decideOnStored(shipments, orderId, (order) => decideReport(order, report)));
  if (result === undefined || result === 'unknown_parcel')
    throw new PermanentError(`There is no parcel ${report.shipmentId}`);
  return result;
}
