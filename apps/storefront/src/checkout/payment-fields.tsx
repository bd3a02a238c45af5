import { Field } from '@waypost/ui';
import type { Draft } from './draft.ts';
import { pointers, testMethods } from './draft.ts';

interface Props {
  readonly draft: Pick<Draft, 'method' | 'otherMethod'>;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (part: Pick<Draft, 'method'> | Pick<Draft, 'otherMethod'>) => void;
}

const option =
  'flex min-h-14 cursor-pointer items-center gap-3 rounded-xl border border-edge bg-card px-4 py-3 has-checked:border-2 has-checked:border-spruce has-checked:bg-moss-wash';

export function PaymentFields({ draft, errors, onChange }: Props) {
  const error = errors.get(pointers.method);
  return (
    <fieldset>
      <legend className="mb-3 font-display text-xl font-bold">Payment</legend>
      <div className="grid gap-3">
        {testMethods.map(({ id, name, hint }) => (
          <label key={id} className={option}>
            <input
              type="radio"
              name="method"
              className="size-5 accent-spruce"
              checked={draft.method === id}
              onChange={() => onChange({ method: id })}
            />
            <span>
              <span className="block font-semibold">{name}</span>
              <code className="text-sm text-soft [overflow-wrap:anywhere]">{hint}</code>
            </span>
          </label>
        ))}
        <label className={option}>
          <input
            type="radio"
            name="method"
            className="size-5 accent-spruce"
            checked={draft.method === 'other'}
            onChange={() => onChange({ method: 'other' })}
          />
          <span className="font-semibold">Another test payment method</span>
        </label>
        {draft.method === 'other' ? (
          <Field
            label="Payment method"
            required
            hint="As the provider names it: pm_…"
            spellCheck={false}
            autoCapitalize="none"
            value={draft.otherMethod}
            onChange={(event) => onChange({ otherMethod: event.target.value })}
            error={error}
          />
        ) : (
          error && <p className="text-sm font-semibold text-blaze">{error}</p>
        )}
      </div>
    </fieldset>
  );
}
