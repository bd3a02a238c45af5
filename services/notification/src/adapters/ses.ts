import { BadRequestException, MessageRejected, SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { configFrom, PermanentError, reasonOf } from '@waypost/service-kit';
import * as z from 'zod';
import type { SendMail } from '../ports.ts';

const { MAIL_FROM: FromEmailAddress } = configFrom({ MAIL_FROM: z.email() });
const ses = new SESv2Client({});

/** Sends mails by Amazon SES. What SES rejects, it will reject every time; all else (throttles, paused sending) may pass. */
export const sendBySes: SendMail = async ({ to, subject, text, html }) => {
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  await ses
    .send(
      new SendEmailCommand({
        FromEmailAddress,
        Destination: { ToAddresses: [to] },
        Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } } },
      }),
    )
    .catch((error: unknown) => {
      if (error instanceof MessageRejected || error instanceof BadRequestException)
        throw new PermanentError(reasonOf(error), { cause: error });
      throw error;
    });
};
