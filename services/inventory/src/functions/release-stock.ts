import { ReleaseStock } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { releaseStock } from '../app/release-stock.ts';
import { deps } from '../deps.ts';

export const handler = commandFunction(ReleaseStock, (request, context) => releaseStock(deps(context), request));
