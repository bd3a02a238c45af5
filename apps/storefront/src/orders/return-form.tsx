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

/** How much of each line comes back, and what is given back for it. */
export function ReturnForm({ order, lines, draft, request: { asking, error, choose, ask, startAnew }, giveUp }: Props) {
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
        What comes back?
      </h2>
      {lines.map(({ sku, name, left, unitPrice }) => {
        const quantity = draft.quantities[sku] ?? 0;
        return (
          <SelectField
            key={sku}
            label={name}
            required
            hint={`${formatMoney(unitPrice)} each`}
            error={empty ? 'Choose how many come back' : undefined}
            value={quantity}
            disabled={asking}
            onChange={({ target }) => choose(sku, Number(target.value))}
          >
            {/* A draft that got no answer may have arrived: it is sent again as it was, though less is left by now. */}
            {Array.from({ length: Math.max(left, quantity) + 1 }, (_, count) => (
              <option key={count} value={count}>
                {count === 0 ? 'None' : count}
              </option>
            ))}
          </SelectField>
        );
      })}
      <p aria-live="polite" className="flex justify-between border-t border-line pt-4 font-display text-xl font-bold">
        <span>You get back</span>
        <span>{formatMoney(refundOf(chosen, order))}</span>
      </p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={asking}>
          {asking ? 'Telling the shop …' : 'Send it back'}
        </Button>
        <Button look="quiet" disabled={asking} onClick={giveUp}>
          Keep everything
        </Button>
      </div>
      {error && !asking && <ReturnProblem error={error} startAnew={startAnew} />}
    </form>
  );
}

/** Why a return was not taken, or why it isn't known whether it was. */
function ReturnProblem({ error, startAnew }: { error: Error; startAnew: () => void }) {
  const status = statusOf(error);
  // The key was used with another content: an earlier sending, whose answer never came, did arrive.
  if (status !== 422) return <ProblemNotice error={error} {...(status === 409 && { title: 'This can’t come back' })} />;
  return (
    <div className="space-y-4">
      <ProblemNotice error={error} title="Something was announced already" />
      <Button look="quiet" onClick={startAnew}>
        Make this a second return
      </Button>
    </div>
  );
}
