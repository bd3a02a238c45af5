import { ArrangeShipment } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { shipmentTable } from '../adapters/shipment-table.ts';
import { arrangeShipment } from '../app/arrange-shipment.ts';

export const handler = commandFunction(ArrangeShipment, (request, context) =>
  arrangeShipment({ shipments: shipmentTable(context), now: context.now }, request),
);
