import { ProblemError } from '@waypost/service-kit';
import Stripe from 'stripe';
import type { SignatureOf } from '../ports.ts';

const HEADER = 'stripe-signature';
/** `t=1714815000,v1=5257…,v1=…,v0=…`; the library would stumble over a part without a value. */
const SIGNATURES = /^(?:\w+=\w+,)*v1=\w+(?:,\w+=\w+)*$/;
const TIMES = /(?<=^|,)t=(\d{1,11})(?=,|$)/g;
/** Times are compared before, in both directions: the library takes one from the future. */
const ANY_TIME = 0;

/** Signatures of the payment provider. Source: https://docs.stripe.com/webhooks#verify-manually */
export const stripeSignature: SignatureOf = ({ header, body }) => {
  const value = header(HEADER);
  if (!value) throw new ProblemError('signature-rejected', 'The header Stripe-Signature is required.');
  const [signedAt, ...others] = [...value.matchAll(TIMES)].map(([, seconds]) => Number(seconds));
  if (signedAt === undefined || others.length > 0 || !SIGNATURES.test(value)) {
    throw new ProblemError(
      'signature-rejected',
      'The header Stripe-Signature must have the form t=<seconds>,v1=<signature>.',
    );
  }
  return { signedAt, holds: (secret) => isSigned(body, value, secret) };
};

function isSigned(body: string, value: string, secret: string): boolean {
  try {
    return Stripe.webhooks.signature?.verifyHeader(body, value, secret, ANY_TIME) ?? false;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw error;
  }
}
