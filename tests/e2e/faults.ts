import { DeleteFaults, type Fault, PutFault } from '@waypost/contracts';
import { bodyOf } from '@waypost/test-kit';
import type { Shop } from './shop.ts';

/** Makes an operation of an external service fail a number of times; of the payment provider by default. */
export async function putFault(
  { stage, token }: Shop,
  fault: Pick<Fault, 'operation' | 'fault'> & Partial<Pick<Fault, 'provider'>>,
  times: number,
): Promise<void> {
  bodyOf(await stage.call(PutFault, { body: { provider: 'payment', ...fault, times }, token: token.operator }));
}

/** Removes all faults. Returns the number of those that were left. */
export async function endFaults({ stage, token }: Shop): Promise<number> {
  return bodyOf(await stage.call(DeleteFaults, { token: token.operator })).ended;
}
