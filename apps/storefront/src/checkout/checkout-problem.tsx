import { Button, Notice } from '@waypost/ui';
import { Link } from '@tanstack/react-router';
import { fieldErrors, statusOf } from '../api/problem.ts';
import { ProblemNotice } from '../layout/states.tsx';
import { unplaced } from './draft.ts';

/** Why an order was not placed, or why it isn't known whether it was. */
export function CheckoutProblem({ error, startAnew }: { error: unknown; startAnew: () => void }) {
  const elsewhere = unplaced(fieldErrors(error));
  // The key of this form was used with another content: an earlier sending, whose answer never came, did arrive.
  const alreadyPlaced = statusOf(error) === 422;
  return (
    <div className="space-y-4">
      <ProblemNotice error={error} />
      {elsewhere.length > 0 && (
        <Notice tone="problem" title="Also wrong">
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
            Make this a second order
          </Button>
        </div>
      )}
    </div>
  );
}
