import type { Order, Shipment } from '../api/shop.ts';
import { parcelStops, parcelTitles, parcelTrouble } from './parcel-words.ts';
import { Stops } from './stops.tsx';

interface Props {
  readonly order: Order;
  /** What shipping tells: carriers, and what is in which parcel. */
  readonly shipments: readonly Shipment[];
}

/** Where each parcel of an order stands. */
export function Parcels({ order, shipments }: Props) {
  if (order.shipments.length === 0) return null;
  return (
    <section aria-labelledby="parcels-title">
      <h2 id="parcels-title" className="mb-3 text-xl font-bold">
        {order.shipments.length === 1 ? 'Your parcel' : `Your ${order.shipments.length} parcels`}
      </h2>
      <ul className="space-y-3">
        {order.shipments.map((shipment) => (
          <ParcelCard
            key={shipment.shipmentId}
            shipment={shipment}
            told={shipments.find(({ shipmentId }) => shipmentId === shipment.shipmentId)}
            order={order}
          />
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  readonly shipment: Order['shipments'][number];
  readonly told: Shipment | undefined;
  readonly order: Order;
}

function ParcelCard({ shipment: { warehouse, parcel }, told, order }: CardProps) {
  const trouble = parcel && parcelTrouble(parcel.status);
  return (
    <li
      data-parcel={warehouse}
      data-status={parcel?.status}
      className="rounded-2xl border border-line bg-card p-5 [overflow-wrap:anywhere]"
    >
      <h3 className="font-semibold">
        From the {warehouse} warehouse{told && `, with ${told.carrier}`}
      </h3>
      {told && order.shipments.length > 1 && <p className="text-soft">{contentsOf(told, order)}</p>}
      <div aria-live="polite">
        {trouble && (
          <p className="mt-2 rounded-lg border-l-4 border-blaze bg-blaze-wash p-3">
            <strong className="block">{trouble.what}</strong> {trouble.advice}
          </p>
        )}
      </div>
      <Stops
        stops={parcelStops(parcel).map(({ status, at }) => ({
          title: parcelTitles[status],
          at,
          troubled: parcelTrouble(status) !== undefined,
        }))}
      />
    </li>
  );
}

const contentsOf = ({ lines }: Shipment, order: Order): string =>
  lines
    .map(({ sku, quantity }) => `${quantity} × ${order.lines.find((line) => line.sku === sku)?.name ?? sku}`)
    .join(', ');
