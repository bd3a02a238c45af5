import { shipmentTable } from '../adapters/shipment-table.ts';
import { followFunction } from '../follow-function.ts';

export const handler = followFunction(shipmentTable);
