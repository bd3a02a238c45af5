import type { ReactNode } from 'react';

const tones = {
  info: 'border-line bg-moss-wash',
  problem: 'border-blaze bg-blaze-wash',
} as const;

/** A message in the flow of a page; one of a problem is announced at once. */
export function Notice({
  tone = 'info',
  title,
  children,
}: {
  tone?: keyof typeof tones;
  title: string;
  children?: ReactNode;
}) {
  return (
    <div role={tone === 'problem' ? 'alert' : 'status'} className={`rounded-xl border-l-4 p-4 ${tones[tone]}`}>
      <p className="font-semibold">{title}</p>
      {children && <div className="mt-1 space-y-2 [overflow-wrap:anywhere]">{children}</div>}
    </div>
  );
}
