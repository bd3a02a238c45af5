import { PutFault } from '@waypost/contracts';
import { httpFunction, ProblemError } from '@waypost/service-kit';
import { faultTable } from '../../adapters/fault-table.ts';
import { objectionTo } from '../../domain/control/fault.ts';

export const handler = httpFunction(PutFault, async ({ body }) => {
  const objection = objectionTo(body);
  if (objection) {
    throw new ProblemError('invalid-request', `${body.fault} isn't a fault of this operation.`, [
      { pointer: '/fault', detail: objection },
    ]);
  }
  await faultTable(body.provider).put(body);
  return { body };
});
