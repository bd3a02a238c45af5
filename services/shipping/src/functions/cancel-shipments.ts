import { CancelShipments } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { shipmentTable } from '../adapters/shipment-table.ts';
import { cancelShipments } from '../app/cancel-shipments.ts';

export const handler = commandFunction(CancelShipments, (request, context) =>
  cancelShipments({ shipments: shipmentTable(context) }, request),
);
