import type { Fault, Mail } from '@waypost/contracts';
import * as z from 'zod';
import type { BalanceTransaction } from './domain/payments/balance-transaction.ts';
import type { FaultName, FaultOperation } from './domain/control/fault.ts';
import type { CarrierParcel } from './domain/carrier/parcel.ts';
import type { PaymentIntent } from './domain/payments/payment-intent.ts';
import type { Reservation } from './domain/trips/reservation.ts';

/** An answer as it was given: status and body, for whoever asks again with the same idempotency key. */
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
 * The attribute in which webhooks ride with the write of the intent or parcel that they tell of, as a JSON string. Every write
 * puts the whole item, so they are gone with the next.
 */
export const WEBHOOKS_ATTRIBUTE = 'webhooks';

/** What the payment provider keeps. */
export interface PaymentBooks {
  readonly answerTo: (key: string) => Promise<RememberedAnswer | undefined>;
  readonly intentOf: (id: string) => Promise<KeptIntent | undefined>;
  /** Keeps the intent with what is told of its change, and the answer, all or nothing; `changed` if someone else was faster. */
  readonly keep: (write: {
    readonly intent?: PaymentIntent | undefined;
    /** The version that was decided on; 0 for a new intent. */
    readonly version: number;
    readonly webhooks: readonly Webhook[];
    /** What the write does to the shop's balance. */
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

/** A parcel with what is told of its change; `version` is the one that was decided on, 0 for a new parcel. */
export interface ParcelWrite extends KeptParcel {
  readonly webhooks: readonly Webhook[];
}

/** What the carrier keeps. */
export interface CarrierBooks {
  readonly parcelOf: (parcelId: string) => Promise<KeptParcel | undefined>;
  /** Keeps parcels, all or none; `changed` if someone else was faster with one. */
  readonly keep: (writes: readonly ParcelWrite[]) => Promise<'kept' | 'changed'>;
  /** Every parcel, or those of one reference. */
  readonly parcels: (reference: string | undefined) => Promise<readonly CarrierParcel[]>;
}

/** What an airline or a hotel keeps. */
export interface ReservationBooks {
  readonly of: (key: string) => Promise<Reservation | undefined>;
  /** Keeps a new reservation and takes of each of its units, all or nothing; `full` if one hasn't as much left. */
  readonly take: (reservation: Reservation) => Promise<'kept' | 'changed' | 'full'>;
  /** Keeps a cancelled reservation and gives back what it took, if it is as it was read. */
  readonly release: (cancelled: Reservation, there: Reservation | undefined) => Promise<'kept' | 'changed'>;
  /** Every reservation, or those of one booking. */
  readonly reservations: (reference: string | undefined) => Promise<readonly Reservation[]>;
}

/** That a parcel comes to a step of its journey, counted from 1. */
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

/** Faults of the outside world that wait for requests to fall on. */
export interface Faults {
  /** Sets how many requests a fault falls on, from now on. */
  readonly put: (fault: Fault) => Promise<void>;
  /** The fault that falls on this request, if any; no other request gets the same one. */
  readonly take: (operation: FaultOperation) => Promise<FaultName | undefined>;
  /** Ends all of them, and tells how many there were. */
  readonly endAll: () => Promise<number>;
}

/** The queue in which webhooks wait for their delivery. */
export interface WebhookQueue {
  /** @param delay in seconds. */
  readonly send: (webhook: Webhook, delay: number) => Promise<void>;
}

/** Where the shop takes webhooks. */
export interface WebhookEndpoint {
  /** Its address for a provider, and the secret that its webhooks are signed with; nothing where nobody listens. */
  readonly find: (
    provider: Webhook['provider'],
  ) => Promise<{ readonly url: string; readonly secret: string } | undefined>;
  /** Posts, and gives the status that was answered. */
  readonly post: (url: string, payload: string, headers: Readonly<Record<string, string>>) => Promise<number>;
}
