import type { ReactNode } from 'react';

/** An offer to choose, as a radio button in the shape of a card. */
export function Choice({
  name,
  checked,
  onChoose,
  children,
}: {
  name: string;
  checked: boolean;
  onChoose: () => void;
  children: ReactNode;
}) {
  return (
    <label className="flex min-h-14 cursor-pointer items-center gap-4 rounded-xl border border-edge bg-card px-4 py-3 has-checked:border-2 has-checked:border-spruce has-checked:bg-moss-wash">
      <input type="radio" name={name} className="size-5 shrink-0 accent-spruce" checked={checked} onChange={onChoose} />
      <span className="flex grow flex-wrap items-baseline justify-between gap-x-6 gap-y-1">{children}</span>
    </label>
  );
}
