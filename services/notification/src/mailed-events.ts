import {
  OrderCancelled,
  OrderCompleted,
  OrderConfirmed,
  OrderDelivered,
  OrderPlaced,
  OrderReturnClosed,
  OrderReturnRefunded,
  OrderReturnRequested,
  OrderShipped,
} from '@waypost/contracts';

/** Events about which shoppers get a mail. */
export const MAILED_EVENTS = [
  OrderPlaced,
  OrderConfirmed,
  OrderShipped,
  OrderDelivered,
  OrderCompleted,
  OrderCancelled,
  OrderReturnRequested,
  OrderReturnRefunded,
  OrderReturnClosed,
] as const;
