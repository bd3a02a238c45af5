import type { Fault, Mail } from '@waypost/contracts';
import * as z from 'zod';
import type { BalanceTransaction } from './domain/payments/balance-transaction.ts';
import type { FaultName, FaultOperation } from './domain/control/fault.ts';
import type { CarrierParcel } from './domain/carrier/parcel.ts';
import type { PaymentIntent } from './domain/payments/payment-intent.ts';
import type { Reservation } from './domain/trips/reservation.ts';

/** Stored response to a request: status and body, for repeated requests with the same idempotency key. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface RememberedAnswer extends Answer {
  readonly key: string;
  /** Tells one request from another: https://docs.stripe.com/api/idempotent_requests. */
  readonly fingerprint: string;
}

/** An intent and the version of it that was read. */
export interface KeptIntent {
  readonly intent: PaymentIntent;
  readonly version: number;
}

/** An event as it is sent, byte for byte the same however often, by one of the providers. */
export const Webhook = z
  .object({
    provider: z.enum(['payment', 'carrier']).default('payment'),
    eventId: z.string(),
    type: z.string(),
    payload: z.string(),
  })
  .readonly();
export type Webhook = z.infer<typeof Webhook>;

/**
 * Attribute that holds the webhooks of an item's last write, as a JSON string. Every write replaces the whole item, and
 * with it this attribute.
 */
export const WEBHOOKS_ATTRIBUTE = 'webhooks';

/** Store of the payment provider. */
export interface PaymentRecords {
  readonly answerTo: (key: string) => Promise<RememberedAnswer | undefined>;
  readonly intentOf: (id: string) => Promise<KeptIntent | undefined>;
  /** Stores the intent with its webhooks and the response in one write; `changed` after a lost race. */
  readonly keep: (write: {
    readonly intent?: PaymentIntent | undefined;
    /** The version that was decided on; 0 for a new intent. */
    readonly version: number;
    readonly webhooks: readonly Webhook[];
    /** Balance transactions of the write. */
    readonly transactions?: readonly BalanceTransaction[];
    readonly answer?: RememberedAnswer | undefined;
    readonly now: string;
  }) => Promise<'kept' | 'changed'>;
  /** Every intent, or those of one order or booking. */
  readonly intents: (reference: string | undefined) => Promise<readonly PaymentIntent[]>;
  readonly transactionOf: (id: string) => Promise<BalanceTransaction | undefined>;
  /** Balance transactions from a time on, the newest first, behind the one that is named; at most `limit`. */
  readonly transactions: (asked: {
    readonly from: string;
    readonly behind: string | undefined;
    readonly limit: number;
  }) => Promise<readonly BalanceTransaction[]>;
}

/** A parcel and the version of it that was read. */
export interface KeptParcel {
  readonly parcel: CarrierParcel;
  readonly version: number;
}

/** A parcel with its webhooks. `version` is the version that was read; 0 for a new parcel. */
export interface ParcelWrite extends KeptParcel {
  readonly webhooks: readonly Webhook[];
}

/** Store of the carrier. */
export interface CarrierRecords {
  readonly parcelOf: (parcelId: string) => Promise<KeptParcel | undefined>;
  /** Keeps parcels, all or none; `changed` if someone else was faster with one. */
  readonly keep: (writes: readonly ParcelWrite[]) => Promise<'kept' | 'changed'>;
  /** Every parcel, or those of one reference. */
  readonly parcels: (reference: string | undefined) => Promise<readonly CarrierParcel[]>;
}

/** Store of an airline or a hotel. */
export interface ReservationRecords {
  readonly of: (key: string) => Promise<Reservation | undefined>;
  /** Keeps a new reservation and takes of each of its units, all or nothing; `full` if one hasn't as much left. */
  readonly take: (reservation: Reservation) => Promise<'kept' | 'changed' | 'full'>;
  /** Stores a cancelled reservation and releases its units, on condition that it is unchanged. */
  readonly release: (cancelled: Reservation, there: Reservation | undefined) => Promise<'kept' | 'changed'>;
  /** Every reservation, or those of one booking. */
  readonly reservations: (reference: string | undefined) => Promise<readonly Reservation[]>;
}

/** Move of a parcel to a step of its journey, counted from 1. */
export const ParcelMove = z.object({ parcelId: z.string(), step: z.int().positive() }).readonly();
export type ParcelMove = z.infer<typeof ParcelMove>;

/** The queue in which moves wait for their time. */
export interface MoveQueue {
  /** @param delay in seconds. */
  readonly send: (move: ParcelMove, delay: number) => Promise<void>;
}

/** The mails that the shop sent. */
export interface Inbox {
  /** Keeps a mail, once per `messageId`. */
  readonly receive: (mail: Mail) => Promise<void>;
  /** The newest mails of an address, newest first. */
  readonly mailsTo: (address: string, about?: string) => Promise<readonly Mail[]>;
}

/** Faults of the simulated external services, which affect later requests. */
export interface Faults {
  /** Sets how many requests a fault falls on, from now on. */
  readonly put: (fault: Fault) => Promise<void>;
  /** The fault that falls on this request, if any; no other request gets the same one. */
  readonly take: (operation: FaultOperation) => Promise<FaultName | undefined>;
  /** Deletes all faults, and returns their number. */
  readonly endAll: () => Promise<number>;
}

/** The queue in which webhooks wait for their delivery. */
export interface WebhookQueue {
  /** @param delay in seconds. */
  readonly send: (webhook: Webhook, delay: number) => Promise<void>;
}

/** Webhook endpoints of the shop. */
export interface WebhookEndpoint {
  /** URL for a provider's webhooks, and the secret that signs them; undefined without an endpoint. */
  readonly find: (
    provider: Webhook['provider'],
  ) => Promise<{ readonly url: string; readonly secret: string } | undefined>;
  /** Posts, and gives the status that was answered. */
  readonly post: (url: string, payload: string, headers: Readonly<Record<string, string>>) => Promise<number>;
}
