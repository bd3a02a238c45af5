// Generated from services/payment/openapi.json by `npm run schemas`.

export interface paths {
  '/payments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Returns the payment of one of the shopper's orders, by the id of the order */
    get: operations['getPayment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @enum {string} */
    Currency: 'EUR';
    Money: {
      /** @example 24900 */
      amount: number;
      currency: components['schemas']['Currency'];
    };
    /** @example ord_00000000000000000000000000000001 */
    OrderId: string;
    /** @enum {string} */
    PaymentStatus:
      'pending' | 'authentication_required' | 'authorized' | 'captured' | 'declined' | 'voided' | 'refunded';
    /**
     * Format: date-time
     * @example 2026-05-04T09:30:00.000Z
     */
    Timestamp: string;
    Payment: {
      orderId: components['schemas']['OrderId'];
      status: components['schemas']['PaymentStatus'];
      amount: components['schemas']['Money'];
      history: {
        status: components['schemas']['PaymentStatus'];
        at: components['schemas']['Timestamp'];
      }[];
    };
    Problem: {
      /** @example https://waypost.example/problems/invalid-request */
      type: string;
      /** @example The request is not valid */
      title: string;
      /** @example 400 */
      status: number;
      detail?: string;
      instance?: string;
      /** @example 019df252-b5c0-7000-8000-00000000000c */
      correlationId: string;
      errors?: {
        /** @example /lines/0/quantity */
        pointer: string;
        /** @example must be at least 1 */
        detail: string;
      }[];
    };
  };
  responses: {
    /** @description Invalid request */
    InvalidRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://waypost.example/problems/invalid-request",
         *       "title": "Invalid request",
         *       "status": 400,
         *       "instance": "/orders",
         *       "correlationId": "019df252-b5c0-7000-8000-00000000000c",
         *       "errors": [
         *         {
         *           "pointer": "/lines/0/quantity",
         *           "detail": "must be a whole number from 1 to 99"
         *         }
         *       ]
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Authentication required */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://waypost.example/problems/unauthorized",
         *       "title": "Authentication required",
         *       "status": 401,
         *       "instance": "/orders",
         *       "correlationId": "019df252-b5c0-7000-8000-00000000000c"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Not found */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://waypost.example/problems/not-found",
         *       "title": "Not found",
         *       "status": 404,
         *       "instance": "/orders",
         *       "correlationId": "019df252-b5c0-7000-8000-00000000000c"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Too many requests */
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://waypost.example/problems/throttled",
         *       "title": "Too many requests",
         *       "status": 429,
         *       "instance": "/orders",
         *       "correlationId": "019df252-b5c0-7000-8000-00000000000c"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Internal server error */
    InternalError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://waypost.example/problems/internal-error",
         *       "title": "Internal server error",
         *       "status": 500,
         *       "instance": "/orders",
         *       "correlationId": "019df252-b5c0-7000-8000-00000000000c"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getPayment: {
    parameters: {
      query?: never;
      header?: {
        'x-correlation-id'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          /** @description Correlation id of the request, its events and its logs. The service creates one if the request has none, or one that is not 8 to 64 letters, digits and hyphens. */
          'x-correlation-id': string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "orderId": "ord_00000000000000000000000000000001",
           *       "status": "pending",
           *       "amount": {
           *         "amount": 24900,
           *         "currency": "EUR"
           *       },
           *       "history": [
           *         {
           *           "status": "pending",
           *           "at": "2026-05-04T09:30:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Payment'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
}
