import { ProblemError } from '@waypost/service-kit';
import { timelinessOf, TOLERANCE_SECONDS } from '../domain/timeliness.ts';
import type { Signature, SigningSecrets } from '../ports.ts';

/**
 * Accepts a request that was signed about now with one of the valid secrets. A signature that is valid for none of them
 * is counted: its sender has another secret than the shop.
 *
 * @throws ProblemError that says whether the time or the signature is invalid.
 */
export async function requireSignature(
  { signedAt, holds }: Signature,
  ports: { readonly secrets: SigningSecrets; readonly countRejected: () => void; readonly now: string },
): Promise<void> {
  const timeliness = timelinessOf(signedAt, ports.now);
  if (timeliness === 'stale') throw rejection(`The timestamp is more than ${TOLERANCE_SECONDS} seconds in the past.`);
  if (timeliness === 'future')
    throw rejection(`The timestamp is more than ${TOLERANCE_SECONDS} seconds in the future.`);
  if ((await ports.secrets.known()).some(holds)) return;
  if ((await ports.secrets.latest()).some(holds)) return;
  ports.countRejected();
  throw rejection('No signature matches the body, the timestamp and a valid secret.');
}

const rejection = (detail: string) => new ProblemError('signature-rejected', detail);
