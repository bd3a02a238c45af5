import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

export const tableConfig = () => configFrom({ TABLE_NAME: z.string().min(1) });

/** Parameter with the storefront's URL, if the stage has one. */
export const storefrontUrlParameter = (): string =>
  configFrom({ STOREFRONT_URL_PARAMETER: z.string().min(1) }).STOREFRONT_URL_PARAMETER;

/**
 * Parameter with the provider's URL and secret with its key. Both are read when they are needed; neither is in the
 * environment.
 */
export const providerConfig = () =>
  configFrom({ PROVIDER_URL_PARAMETER: z.string().min(1), PROVIDER_KEY_SECRET: z.string().min(1) });
