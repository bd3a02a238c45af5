import type { DomainEvent } from '@waypost/contracts';
import type { Provider, ProviderEvent } from './domain/provider-event.ts';

/** A request as it came: the body is what is signed, byte for byte. */
export interface SignedRequest {
  /** By its name in lower case. */
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

/** Signature of a request, not verified yet. */
export interface Signature {
  /** Epoch seconds. */
  readonly signedAt: number;
  /** Verifies the signature with a secret, over body and time. */
  readonly holds: (secret: string) => boolean;
}

/**
 * Reads how a provider signs.
 *
 * @throws ProblemError where there is no signature, or none that can be read.
 */
export type SignatureOf = (request: SignedRequest) => Signature;

/** The secrets that are valid: one, or two while one is being replaced. */
export interface SigningSecrets {
  /** As they were minutes ago. */
  readonly known: () => Promise<readonly string[]>;
  /** As they were a minute ago: asked for when a signature doesn't hold, which may be since the known ones are old. */
  readonly latest: () => Promise<readonly string[]>;
}

/** The webhooks that were taken, by the provider's id. */
export interface Webhooks {
  /** Reports whether the webhook is stored already, by a read that may be slightly outdated. */
  readonly isKept: (id: string) => Promise<boolean>;
  /** Keeps the event's id, and what it means, in one write; `known` if the id was kept before. */
  readonly keep: (event: ProviderEvent, meaning: DomainEvent | undefined) => Promise<'kept' | 'known'>;
}

/** Hands an event on, to be kept when there is time for it. */
export type Enqueue = (event: ProviderEvent) => Promise<void>;

/** The metric of signatures that hold with no secret of the shop's, by who should have signed. */
export const SIGNATURE_REFUSED = {
  payment: 'PaymentSignatureRefused',
  carrier: 'CarrierSignatureRefused',
} as const satisfies Readonly<Record<Provider, string>>;
