import type { Fault } from '@waypost/contracts';
import type { Faults } from '../src/ports.ts';

/** A fault that waits for requests. */
export type WaitingFault = Pick<Fault, 'operation' | 'fault' | 'times'>;

/** Faults that are counted down as the table does. */
export function faultsInMemory(...given: readonly WaitingFault[]): Faults {
  const left = given.map((fault) => ({ ...fault }));
  return {
    put: async (fault) => {
      left.push({ ...fault });
    },
    take: async (operation) => {
      const found = left.find((fault) => fault.operation === operation && fault.times > 0);
      if (found) found.times -= 1;
      return found?.fault;
    },
    endAll: async () => left.splice(0).length,
  };
}
