import * as z from 'zod';
import { paymentRecords } from '../../adapters/payment-records.ts';
import { authenticate } from '../../app/authenticate.ts';
import { answeredPage, unclearPage } from '../../authentication-page/authentication-page.ts';
import { pageFunction } from '../../authentication-page/page-function.ts';

const Form = z.object({ answer: z.enum(['authenticate', 'fail']) });

export const handler = pageFunction('answerAuthentication', async ({ id, form }, context) => {
  const read = Form.safeParse(form);
  if (!read.success) return unclearPage();
  return answeredPage(await authenticate({ records: paymentRecords(), ...context }, { id, answer: read.data.answer }));
});
