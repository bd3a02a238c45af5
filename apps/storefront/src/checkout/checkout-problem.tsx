import { Button, Notice } from '@waypost/ui';
import { Link } from '@tanstack/react-router';
import { fieldErrors, statusOf } from '../api/problem.ts';
import { ProblemNotice } from '../layout/states.tsx';
import { unplaced } from './draft.ts';

/** Explains why an order was not placed, or that the result is unknown. */
export function CheckoutProblem({ error, startAnew }: { error: unknown; startAnew: () => void }) {
  const elsewhere = unplaced(fieldErrors(error));
  // The idempotency key was used with other content: an earlier request without a response did succeed.
  const alreadyPlaced = statusOf(error) === 422;
  return (
    <div className="space-y-4">
      <ProblemNotice error={error} />
      {elsewhere.length > 0 && (
        <Notice tone="problem" title="Other errors">
          <ul className="list-disc pl-5">
            {elsewhere.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      {alreadyPlaced && (
        <div className="flex flex-wrap items-center gap-4">
          <Link to="/orders" className="font-semibold text-spruce underline">
            See my orders
          </Link>
          <Button look="quiet" onClick={startAnew}>
            Place a second order
          </Button>
        </div>
      )}
    </div>
  );
}
