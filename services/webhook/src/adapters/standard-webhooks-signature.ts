import { ProblemError } from '@waypost/service-kit';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { SignatureOf } from '../ports.ts';

/** `v1,K5oZ…= v1,…`; others, such as the asymmetric `v1a`, may stand among them. */
const SIGNATURES = /^(?:\S+ )*v1,[A-Za-z0-9+/]+=*(?: \S+)*$/;
const TIME = /^\d{1,11}$/;

/**
 * Signatures of a carrier: id, time and body, in the headers of Standard Webhooks. The library compares the time with
 * the clock in both directions.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const standardWebhooksSignature: SignatureOf = ({ header, body }) => {
  const id = header('webhook-id');
  const time = header('webhook-timestamp');
  const signatures = header('webhook-signature');
  if (!id || !time || !signatures) {
    throw new ProblemError(
      'signature-rejected',
      'The headers webhook-id, webhook-timestamp and webhook-signature are required.',
    );
  }
  if (!TIME.test(time)) throw new ProblemError('signature-rejected', 'webhook-timestamp is not epoch seconds.');
  if (!SIGNATURES.test(signatures)) {
    throw new ProblemError('signature-rejected', 'The header webhook-signature must have the form v1,<signature>.');
  }
  const headers = { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signatures };
  return { signedAt: Number(time), holds: (secret) => isSigned(body, headers, secret) };
};

function isSigned(body: string, headers: Readonly<Record<string, string>>, secret: string): boolean {
  try {
    // The body is parsed after its signature is verified.
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}
