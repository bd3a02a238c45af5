import type { ReactNode } from 'react';

/** A table that scrolls horizontally when it is too wide. The first column holds the row headers. */
export function Table({
  label,
  head,
  rows,
  empty,
}: {
  label: string;
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
  empty: string;
}) {
  if (rows.length === 0) return <p className="text-soft">{empty}</p>;
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="overflow-x-auto rounded-xl border border-line bg-card"
    >
      <table className="w-full text-left tabular-nums">
        <thead className="border-b border-line text-sm text-soft">
          <tr>
            {head.map((title, column) => (
              <th key={title} scope="col" className={`p-3 font-semibold ${column > 0 ? 'text-right' : ''}`}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(([first, ...cells], row) => (
            <tr key={row}>
              <th scope="row" className="p-3 font-normal">
                {first}
              </th>
              {cells.map((cell, column) => (
                <td key={column} className="p-3 text-right">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
