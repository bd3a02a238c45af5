import { context, serviceQueue, systemClock } from '@waypost/service-kit';
import { queueConfig } from '../config.ts';
import type { MoveQueue } from '../ports.ts';

const { QUEUE_URL } = queueConfig();
const send = serviceQueue(QUEUE_URL);

/** A parcel's moves are caused by nothing but its own booking. */
export function moveQueue(): MoveQueue {
  return { send: (move, delaySeconds) => send(move, context(move.parcelId, move.parcelId, systemClock), delaySeconds) };
}
