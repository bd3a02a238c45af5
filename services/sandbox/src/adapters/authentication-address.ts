import { optionalParameter, parameter } from '@waypost/service-kit';
import { addressConfig } from '../config.ts';

const { STOREFRONT_URL_PARAMETER, API_URL_PARAMETER } = addressConfig();

/** URL of the bank's page of an intent: behind the shop's front door, or at this API. */
export async function authenticationUrl(intentId: string): Promise<string> {
  const storefront = await optionalParameter(STOREFRONT_URL_PARAMETER);
  const api = storefront === undefined ? await parameter(API_URL_PARAMETER) : `${storefront.replace(/\/$/, '')}/api`;
  return `${api.replace(/\/$/, '')}/sandbox/authenticate/${intentId}`;
}
