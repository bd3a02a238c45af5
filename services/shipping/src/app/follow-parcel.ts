import { PermanentError } from '@waypost/service-kit';
import { decideReport, decideReturnReport, orderOf } from '../domain/order-shipments.ts';
import type { CarrierReport } from '../domain/parcel.ts';
import type { ShipmentStore } from '../ports.ts';
import { decideOnStored } from './decide-and-save.ts';

/**
 * Follows a parcel by what its carrier reports, to a shopper or back.
 *
 * @throws PermanentError for a parcel that the shop doesn't know.
 */
export async function followParcel(
  { shipments }: { shipments: ShipmentStore },
  report: CarrierReport,
): Promise<'published' | 'known' | 'stopped'> {
  const orderId = orderOf(report.shipmentId);
  const decide = report.shipmentId.startsWith('ret_') ? decideReturnReport : decideReport;
  const result = orderId && (await decideOnStored(shipments, orderId, (order) => decide(order, report)));
  if (result === undefined || result === 'unknown_parcel')
    throw new PermanentError(`Unknown parcel ${report.shipmentId}`);
  return result;
}
