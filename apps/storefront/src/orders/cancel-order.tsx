import { Button, Notice } from '@waypost/ui';
import type { OrderStatus } from '@waypost/contracts';
import { useState } from 'react';
import { statusOf } from '../api/problem.ts';
import { isMoving } from '../api/shop.ts';
import { ProblemNotice } from '../layout/states.tsx';
import type { Cancellation } from './use-cancellation.ts';

/** The way out of an order while there is one, and what came of trying it. */
export function CancelOrder({ status, cancellation }: { status: OrderStatus; cancellation: Cancellation }) {
  const [stage, setStage] = useState<'offered' | 'confirming' | 'kept'>('offered');
  if (statusOf(cancellation.error) === 409) return status === 'CANCELLED' ? null : <TooLate />;
  if (!isMoving(status)) return null;
  if (cancellation.requested) return <Requested />;
  if (stage === 'confirming') return <Confirmation cancellation={cancellation} keep={() => setStage('kept')} />;
  return (
    <Button look="quiet" autoFocus={stage === 'kept'} onClick={() => setStage('confirming')}>
      Cancel this order
    </Button>
  );
}

/** The question stands where the button was, so that the second of two clicks hits no answer. */
function Confirmation({
  cancellation: { asking, error, ask },
  keep,
}: {
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
          All of it, and for good. You pay nothing, and what your bank holds for it is let go.
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

function Requested() {
  return (
    <Notice title="You asked us to cancel">
      <p>We undo what was begun. This page tells when that is done.</p>
    </Notice>
  );
}

function TooLate() {
  return (
    <Notice tone="problem" title="It was confirmed in the meantime">
      <p>Your wish to cancel came a moment too late. The order is paid for and being packed.</p>
    </Notice>
  );
}
