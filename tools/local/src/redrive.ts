// npm run redrive -- ord_…: drives an order on that was parked for an operator, or whose workflow ended undecided, on the running stage.
import { RedriveOrder } from '@waypost/contracts';
import { askOnStage } from './ask-on-stage.ts';
import { describeError, StageError } from './stage-error.ts';

async function redrive(orderId: string | undefined): Promise<string> {
  const request = RedriveOrder.request.safeParse({ orderId });
  if (!request.success) {
    throw new StageError(
      orderId === undefined ? 'No order was named.' : `${orderId} is no order id.`,
      'Say which: npm run redrive -- ord_… (the dead letters of the sweep name those that were parked).',
    );
  }
  const result = await askOnStage(RedriveOrder, request.data, 'npm run redrive');
  switch (result.outcome) {
    case 'started':
      return `Driven again, by attempt ${result.attempt}.`;
    case 'running':
      return `Attempt ${result.attempt} drives it: there is nothing to drive again.`;
    case 'decided':
      return 'It is decided: there is nothing to drive.';
    case 'unknown_order':
      return 'There is no such order.';
  }
}

try {
  console.log(await redrive(process.argv[2]));
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
