import { paymentRecords } from '../../adapters/payment-records.ts';
import { authenticationPage } from '../../authentication-page/authentication-page.ts';
import { pageFunction } from '../../authentication-page/page-function.ts';

export const handler = pageFunction('showAuthentication', async ({ id }) => {
  const found = await paymentRecords().intentOf(id);
  return authenticationPage(found?.intent);
});
