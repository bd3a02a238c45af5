import type { ShopperId } from '@waypost/contracts';
import { cognitoClaims } from '@waypost/service-kit';

/** Verifies the access token of a caller who has one. The keys of the user pool are cached between invocations. */
export const guestClaims = cognitoClaims();

/** The shopper, if the request names one. */
export const signedIn = (shopperId: ShopperId): ShopperId | undefined => (shopperId === '' ? undefined : shopperId);
