import { SFNClient, StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
import { StopShipments } from '@waypost/contracts';
import { type MessageContext, TransientError } from '@waypost/service-kit';
import { stopWorkflowArn } from '../config.ts';
import type { Shipping } from '../ports.ts';

// Waited-for executions have a host of their own, `sync-states.…`, which the engine at an address of its own has not.
const stepFunctions = new SFNClient({ disableHostPrefix: process.env['AWS_ENDPOINT_URL'] !== undefined });

/** Asks shipping's command through an Express workflow, which is waited for: a function never calls another. */
export function shippingByWorkflow({ correlationId }: Pick<MessageContext, 'correlationId'>): Shipping {
  const stateMachineArn = stopWorkflowArn();
  return {
    stop: async ({ orderId, attempt }) => {
      const input = JSON.stringify({ correlationId, orderId, attempt });
      const { status, output = '' } = await stepFunctions.send(
        new StartSyncExecutionCommand({ stateMachineArn, input }),
      );
      if (status !== 'SUCCEEDED') throw new TransientError(`Shipping can't be asked about ${orderId}: ${status}`);
      return StopShipments.result.parse(JSON.parse(output)).outcome;
    },
  };
}
