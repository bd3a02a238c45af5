import type { ShopperId } from '@waypost/contracts';
import { cognitoClaims } from '@waypost/service-kit';

/** Who guests are that send a token; the pool's keys are kept between calls. */
export const guestClaims = cognitoClaims();

/** The shopper, if the request names one. */
export const signedIn = (shopperId: ShopperId): ShopperId | undefined => (shopperId === '' ? undefined : shopperId);
