import { StopShipments } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { carrierApi } from '../adapters/carrier-api.ts';
import { shipmentTable } from '../adapters/shipment-table.ts';
import { stopShipments } from '../app/stop-shipments.ts';

const carrier = carrierApi();

export const handler = commandFunction(StopShipments, (request, context) =>
  stopShipments({ shipments: shipmentTable(context), carrier }, request),
);
