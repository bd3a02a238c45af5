import { ReceiveMail } from '@waypost/contracts';
import { configFrom, parameter, PermanentError, TransientError } from '@waypost/service-kit';
import * as z from 'zod';
import type { SendMail } from '../ports.ts';

const { SANDBOX_URL_PARAMETER } = configFrom({ SANDBOX_URL_PARAMETER: z.string().min(1) });

const TIMEOUT_MS = 3000;
/** Answers that say that this mail will never be taken. */
const FINAL = new Set([400, 413, 415]);

/** Puts mails into the sandbox's inbox, which takes each `messageId` once. */
export const sendToSandboxInbox: SendMail = async (mail) => {
  const url = `${await parameter(SANDBOX_URL_PARAMETER)}${ReceiveMail.path}`;
  const answer = await fetch(url, {
    method: ReceiveMail.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(mail),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (answer.ok) return;
  const reason = `The inbox answered ${answer.status}`;
  throw FINAL.has(answer.status) ? new PermanentError(reason) : new TransientError(reason);
};
