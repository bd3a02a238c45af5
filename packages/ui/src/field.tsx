import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';

const control =
  'w-full min-h-11 rounded-lg border border-edge bg-card px-3 py-2 text-ink placeholder:text-soft aria-invalid:border-2 aria-invalid:border-blaze';

interface Labelled {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Error message of the value. Screen readers read it with the field. */
  readonly error?: string | undefined;
}

/** Ids that connect a control with its label, hint and error. */
function useLabelling({ hint, error }: Labelled) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy || undefined };
}

function Labels({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: Labelled & { id: string; optional: boolean; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label} {optional && <span className="font-normal text-soft">(optional)</span>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm font-semibold text-blaze">
          {error}
        </p>
      )}
    </div>
  );
}

/** A text field with its label, a hint and what is wrong with it. */
export function Field({ label, hint, error, ...input }: ComponentProps<'input'> & Labelled) {
  const labelling = useLabelling({ label, hint, error });
  return (
    <Labels {...{ label, hint, error }} id={labelling.id} optional={!input.required}>
      <input {...input} {...labelling} className={control} />
    </Labels>
  );
}

/** A choice from a list, labelled as {@link Field} is. */
export function SelectField({ label, hint, error, ...select }: ComponentProps<'select'> & Labelled) {
  const labelling = useLabelling({ label, hint, error });
  return (
    <Labels {...{ label, hint, error }} id={labelling.id} optional={!select.required}>
      <select {...select} {...labelling} className={control} />
    </Labels>
  );
}
