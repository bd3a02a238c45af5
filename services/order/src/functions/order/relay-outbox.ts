import { outboxRelay } from '@waypost/service-kit';

export const handler = outboxRelay();
