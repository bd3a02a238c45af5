import type { Order, Shipment } from '../api/shop.ts';
import { parcelStops, parcelTitles, parcelTrouble } from './parcel-words.ts';
import { Stops } from './stops.tsx';

interface Props {
  readonly order: Order;
  /** Shipments of the order: carriers, and the content of each parcel. */
  readonly shipments: readonly Shipment[];
}

/** Status of each parcel of an order. */
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
            details={shipments.find(({ shipmentId }) => shipmentId === shipment.shipmentId)}
            order={order}
          />
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  readonly shipment: Order['shipments'][number];
  readonly details: Shipment | undefined;
  readonly order: Order;
}

function ParcelCard({ shipment: { warehouse, parcel }, details, order }: CardProps) {
  const trouble = parcel && parcelTrouble(parcel.status);
  return (
    <li
      data-parcel={warehouse}
      data-status={parcel?.status}
      className="rounded-2xl border border-line bg-card p-5 [overflow-wrap:anywhere]"
    >
      <h3 className="font-semibold">
        From the {warehouse} warehouse{details && `, with ${details.carrier}`}
      </h3>
      {details && order.shipments.length > 1 && <p className="text-soft">{contentsOf(details, order)}</p>}
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
