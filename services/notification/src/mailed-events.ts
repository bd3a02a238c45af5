import {
  OrderCancelled,
  OrderCompleted,
  OrderConfirmed,
  OrderDelivered,
  OrderPlaced,
  OrderReturnRefunded,
  OrderReturnRequested,
  OrderShipped,
} from '@waypost/contracts';

/** What shoppers get mails of. */
export const MAILED_EVENTS = [
  OrderPlaced,
  OrderConfirmed,
  OrderShipped,
  OrderDelivered,
  OrderCompleted,
  OrderCancelled,
  OrderReturnRequested,
  OrderReturnRefunded,
] as const;
