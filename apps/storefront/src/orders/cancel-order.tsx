import { Button, Notice } from '@waypost/ui';
import { useState } from 'react';
import type { Order, OrderStatus } from '../api/shop.ts';
import { statusOf } from '../api/problem.ts';
import { mayCancel } from '../api/shop.ts';
import { ProblemNotice } from '../layout/states.tsx';
import type { Cancellation } from './use-cancellation.ts';

/** The way out of an order while there is one, and what came of trying it. */
export function CancelOrder({ order, cancellation }: { order: Order; cancellation: Cancellation }) {
  const { status } = order;
  const [stage, setStage] = useState<'offered' | 'confirming' | 'kept'>('offered');
  if (statusOf(cancellation.error) === 409) return status === 'CANCELLED' ? null : <TooLate />;
  // Told while it is on its way, and no longer.
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

/** The question stands where the button was, so that the second of two clicks hits no answer. */
function Confirmation({
  status,
  cancellation: { asking, error, ask },
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
            ? 'All of it, and for good. We ask the warehouse to keep it here; if nothing has left, you get back what you paid.'
            : 'All of it, and for good. You pay nothing, and what your bank holds for it is let go.'}
        </p>
      </div>
      {error && !asking && <ProblemNotice error={error} title="We could not take your cancellation" />}
      <div className="flex flex-wrap gap-3">
        <Button busy={asking} onClick={ask}>
          {asking ? 'Asking …' : 'Yes, cancel it'}
        </Button>
        <Button look="quiet" autoFocus disabled={asking} onClick={keep}>
          Keep it
        </Button>
      </div>
    </section>
  );
}

function Requested({ status }: { status: OrderStatus }) {
  return (
    <Notice title="You asked us to cancel">
      <p>
        {status === 'CONFIRMED'
          ? 'We ask the warehouse. If nothing has left, all of it stays here and you get back what you paid.'
          : 'We undo what was begun. This page tells when that is done.'}
      </p>
    </Notice>
  );
}

function TooLate() {
  return (
    <Notice tone="problem" title="It has left already">
      <p>Your wish to cancel came too late: it is on its way. You can send it back once it is there.</p>
    </Notice>
  );
}
