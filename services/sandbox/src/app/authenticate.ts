import { authenticateIntent, type AuthenticationAnswer } from '../domain/payments/authenticate-intent.ts';
import type { PaymentIntent } from '../domain/payments/payment-intent.ts';
import { orMissing } from '../domain/payments/settle-intent.ts';
import type { PaymentRecords } from '../ports.ts';
import { answerOnce } from './answer-once.ts';

/** Keeps what the shopper answered, if the intent still waits for it, and gives the intent as it is now. */
export async function authenticate(
  ports: { readonly records: PaymentRecords; readonly now: string; readonly newId: (prefix: string) => string },
  { id, answer }: { readonly id: string; readonly answer: AuthenticationAnswer },
): Promise<{ readonly intent: PaymentIntent | undefined; readonly changed: boolean }> {
  const charge = ports.newId('ch_');
  const { status } = await answerOnce(
    { ...ports, requestId: null },
    { idempotencyKey: undefined, fingerprint: '', intentId: id },
    (found) => orMissing(found, id, (intent) => authenticateIntent(intent, answer, charge)),
  );
  const kept = await ports.records.intentOf(id);
  return { intent: kept?.intent, changed: status === 200 };
}
