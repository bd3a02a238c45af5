import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';

export const tableConfig = () => configFrom({ TABLE_NAME: z.string().min(1) });

/** Where the storefront's address is left, if the stage has one. */
export const storefrontUrlParameter = (): string =>
  configFrom({ STOREFRONT_URL_PARAMETER: z.string().min(1) }).STOREFRONT_URL_PARAMETER;

/** Where the provider is and the key to it are looked up when they are needed; neither is in the environment. */
export const providerConfig = () =>
  configFrom({ PROVIDER_URL_PARAMETER: z.string().min(1), PROVIDER_KEY_SECRET: z.string().min(1) });
