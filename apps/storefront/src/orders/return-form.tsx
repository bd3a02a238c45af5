import { Button, SelectField } from '@waypost/ui';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { Order } from '../api/shop.ts';
import { statusOf } from '../api/problem.ts';
import { ProblemNotice } from '../layout/states.tsx';
import { formatMoney } from '../money.ts';
import { linesOf } from './return-drafts.ts';
import type { ReturnDraft } from './return-drafts.ts';
import { refundOf } from './returnable.ts';
import type { LeftLine } from './returnable.ts';
import type { ReturnRequest } from './use-return.ts';

interface Props {
  readonly order: Order;
  readonly lines: readonly LeftLine[];
  readonly draft: ReturnDraft;
  readonly request: ReturnRequest;
  readonly giveUp: () => void;
}

/** Quantity of each line to return, and the refund. */
export function ReturnForm({
  order,
  lines,
  draft,
  request: { isPending, error, choose, ask, startAnew },
  giveUp,
}: Props) {
  const [empty, setEmpty] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const chosen = linesOf(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(chosen.length === 0);
    if (chosen.length > 0) ask();
  };
  return (
    <form
      noValidate
      aria-labelledby="return-title"
      onSubmit={submit}
      className="max-w-xl space-y-4 rounded-2xl border border-line bg-card p-5 [overflow-wrap:anywhere]"
    >
      <h2 id="return-title" ref={title} tabIndex={-1} className="text-xl font-bold outline-none">
        Returns?
      </h2>
      {lines.map(({ sku, name, left, unitPrice }) => {
        const quantity = draft.quantities[sku] ?? 0;
        return (
          <SelectField
            key={sku}
            label={name}
            required
            hint={`${formatMoney(unitPrice)} each`}
            error={empty ? 'Choose a quantity' : undefined}
            value={quantity}
            disabled={isPending}
            onChange={({ target }) => choose(sku, Number(target.value))}
          >
            {/* A draft without a response may have been accepted. It is sent again unchanged, even if fewer units are returnable now. */}
            {Array.from({ length: Math.max(left, quantity) + 1 }, (_, count) => (
              <option key={count} value={count}>
                {count === 0 ? 'None' : count}
              </option>
            ))}
          </SelectField>
        );
      })}
      <p aria-live="polite" className="flex justify-between border-t border-line pt-4 font-display text-xl font-bold">
        <span>Refund</span>
        <span>{formatMoney(refundOf(chosen, order))}</span>
      </p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={isPending}>
          {isPending ? 'Requesting the return …' : 'Request return'}
        </Button>
        <Button look="quiet" disabled={isPending} onClick={giveUp}>
          Keep all items
        </Button>
      </div>
      {error && !isPending && <ReturnProblem error={error} startAnew={startAnew} />}
    </form>
  );
}

/** Explains why a return was not accepted, or that the result is unknown. */
function ReturnProblem({ error, startAnew }: { error: Error; startAnew: () => void }) {
  const status = statusOf(error);
  // The idempotency key was used with other content: an earlier request without a response did succeed.
  if (status !== 422)
    return <ProblemNotice error={error} {...(status === 409 && { title: 'These items can’t be returned' })} />;
  return (
    <div className="space-y-4">
      <ProblemNotice error={error} title="A return was already requested" />
      <Button look="quiet" onClick={startAnew}>
        Request a second return
      </Button>
    </div>
  );
}
