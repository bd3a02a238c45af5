import type { ComponentProps } from 'react';

export type ButtonLook = 'primary' | 'quiet';

const base =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-full px-5 py-2 font-semibold transition-colors disabled:cursor-not-allowed disabled:opacity-60';

const looks: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-spruce text-on-spruce hover:bg-spruce-strong',
  quiet: 'border border-edge bg-card text-ink hover:border-ink',
};

/** The classes of a button, for links that look like one. */
export const buttonClass = (look: ButtonLook = 'primary'): string => `${base} ${looks[look]}`;

/** A button; `busy` says that what it started is under way, and keeps it from being started twice. */
export function Button({
  look = 'primary',
  busy = false,
  className = '',
  disabled,
  ...rest
}: ComponentProps<'button'> & { look?: ButtonLook; busy?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      disabled={busy || disabled}
      aria-busy={busy || undefined}
      className={`${buttonClass(look)} ${className}`}
    />
  );
}
