import { LookUpStock } from '@waypost/contracts';
import { invokeCommand, logger, type MessageContext, reasonOf } from '@waypost/service-kit';
import { lookUpStockArn } from '../config.ts';
import type { StockView } from '../ports.ts';

/** Timeout of a stock lookup, in milliseconds. A cart is returned without availability after that. */
const PATIENCE_MS = 3000;

/** Looks up the availability of products in inventory. */
export function stockView(context: MessageContext): StockView {
  const arn = lookUpStockArn();
  return {
    availableOf: async (skus) => {
      try {
        const requested = invokeCommand(LookUpStock, arn, { skus: [...skus] }, context);
        const { levels } = await Promise.race([requested, rejectedAfter(PATIENCE_MS)]);
        return new Map(levels.map(({ sku, available }) => [sku, available]));
      } catch (error) {
        logger.warn('stock not result', { reason: reasonOf(error) });
        return new Map();
      }
    },
  };
}

const rejectedAfter = (milliseconds: number): Promise<never> =>
  new Promise((_, refuse) => {
    setTimeout(() => refuse(new Error(`No answer within ${milliseconds} ms`)), milliseconds).unref();
  });
