import type { Order, OrderReturn, ReturnStatus } from '../api/shop.ts';
import { formatMoney } from '../money.ts';
import { Stops } from './stops.tsx';

const stops: readonly { readonly status: ReturnStatus; readonly title: string }[] = [
  { status: 'REQUESTED', title: 'Announced' },
  { status: 'RECEIVED', title: 'Received' },
  { status: 'REFUNDED', title: 'Refunded' },
];

/** Returns of an order, each with its progress. */
export function Returns({ order }: { order: Order }) {
  if (order.returns.length === 0) return null;
  return (
    <section aria-labelledby="returns-title" className="max-w-xl">
      <h2 id="returns-title" className="mb-3 text-xl font-bold">
        Returns
      </h2>
      <ul className="space-y-3">
        {order.returns.map((each) => (
          <ReturnCard key={each.returnId} each={each} order={order} />
        ))}
      </ul>
    </section>
  );
}

/** Describes a return status that is not one of its stops. */
const notes: Readonly<Partial<Record<ReturnStatus, string>>> = {
  LOST: 'The carrier lost this parcel. We are looking into it and will be in touch.',
  REFUND_FAILED: 'We received your return, but the refund failed. We are looking into it and will be in touch.',
  CLOSED: 'This return is closed. If you have questions about it, reply to our mail.',
};

function ReturnCard({ each, order }: { each: OrderReturn; order: Order }) {
  const { status, lines, refund, refunded = refund, history } = each;
  const note = notes[status];
  return (
    <li data-return={status} className="rounded-2xl border border-line bg-card p-5 [overflow-wrap:anywhere]">
      <h3 className="flex justify-between gap-4 font-semibold">
        <span>
          {lines
            .map(({ sku, quantity }) => `${quantity} × ${order.lines.find((line) => line.sku === sku)?.name ?? sku}`)
            .join(', ')}
        </span>
        <span className="whitespace-nowrap">{formatMoney(refund)}</span>
      </h3>
      <Stops
        stops={stops.map((stop) => ({
          title: stop.title,
          at: history.find((entry) => entry.status === stop.status)?.at,
        }))}
      />
      {note !== undefined && <p className="mt-3 text-sm">{note}</p>}
      {refunded.amount < refund.amount && (
        <p className="mt-3 text-sm">Refunded {formatMoney(refunded)}: the rest was refunded to you before.</p>
      )}
    </li>
  );
}
