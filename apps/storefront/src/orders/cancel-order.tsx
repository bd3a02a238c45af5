import { Button, Notice } from '@waypost/ui';
import { useState } from 'react';
import type { Order, OrderStatus } from '../api/shop.ts';
import { statusOf } from '../api/problem.ts';
import { mayCancel } from '../api/shop.ts';
import { ProblemNotice } from '../layout/states.tsx';
import type { Cancellation } from './use-cancellation.ts';

/** Cancellation of an order, while it is possible, and its result. */
export function CancelOrder({ order, cancellation }: { order: Order; cancellation: Cancellation }) {
  const { status } = order;
  const [stage, setStage] = useState<'offered' | 'confirming' | 'kept'>('offered');
  if (statusOf(cancellation.error) === 409) return status === 'CANCELLED' ? null : <TooLate />;
  // Shown while the request is in progress.
  if (order.cancellation === 'too_late' && (status === 'CONFIRMED' || status === 'SHIPPED')) return <TooLate />;
  if (!mayCancel(status)) return null;
  if (order.cancellation || cancellation.taken) return <Requested status={status} />;
  if (stage === 'confirming')
    return <Confirmation status={status} cancellation={cancellation} keep={() => setStage('kept')} />;
  return (
    <Button look="quiet" autoFocus={stage === 'kept'} onClick={() => setStage('confirming')}>
      Cancel this order
    </Button>
  );
}

/** The question replaces the button, so that the second click of a double-click doesn't confirm it. */
function Confirmation({
  status,
  cancellation: { isPending, error, ask },
  keep,
}: {
  status: OrderStatus;
  cancellation: Cancellation;
  keep: () => void;
}) {
  return (
    <section aria-labelledby="cancel-title" className="max-w-xl space-y-4 rounded-2xl border border-line bg-card p-5">
      <div>
        <h2 id="cancel-title" className="text-xl font-bold">
          Cancel this order?
        </h2>
        <p className="mt-1 text-soft">
          {status === 'CONFIRMED'
            ? 'This cancels the whole order and can’t be reversed. If nothing has been shipped, you get a full refund.'
            : 'This cancels the whole order and can’t be reversed. You are not charged, and any authorization is voided.'}
        </p>
      </div>
      {error && !isPending && <ProblemNotice error={error} title="The order could not be cancelled" />}
      <div className="flex flex-wrap gap-3">
        <Button busy={isPending} onClick={ask}>
          {isPending ? 'Cancelling …' : 'Cancel the order'}
        </Button>
        <Button look="quiet" autoFocus disabled={isPending} onClick={keep}>
          Keep the order
        </Button>
      </div>
    </section>
  );
}

function Requested({ status }: { status: OrderStatus }) {
  return (
    <Notice title="Cancellation in progress">
      <p>
        {status === 'CONFIRMED'
          ? 'We check with the warehouse. If nothing has been shipped, you get a full refund.'
          : 'We release the reserved items and your payment. This page shows when that is complete.'}
      </p>
    </Notice>
  );
}

function TooLate() {
  return (
    <Notice tone="problem" title="Already shipped">
      <p>The order was shipped before your cancellation. You can return it after delivery.</p>
    </Notice>
  );
}
