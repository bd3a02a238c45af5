// Generated from services/ledger/openapi.json by `npm run schemas`.

export interface paths {
  '/ledger/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists every account of the ledger with its totals
     * @description For members of the group `operator`.
     */
    get: operations['listAccounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ledger/accounts/{id}/entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the entries of an account, newest first
     * @description For members of the group `operator`.
     */
    get: operations['listAccountEntries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ledger/accounts/{id}/statement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Returns the statement of an account for a month (UTC) as CSV, oldest entry first
     * @description For members of the group `operator`.
     */
    get: operations['getAccountStatement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ledger/journals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the journals, which are the aggregates of the ledger, with their number of events
     * @description For members of the group `operator`.
     */
    get: operations['listJournals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ledger/journals/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the events of a journal, oldest first, each with the balances after it
     * @description For members of the group `operator`.
     */
    get: operations['listJournalEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ledger/reconciliation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the differences between the ledger and the payment provider
     * @description For members of the group `operator`.
     */
    get: operations['getReconciliation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ledger/trial-balance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Returns total debits and credits per currency. Their difference is always 0
     * @description For members of the group `operator`.
     */
    get: operations['getTrialBalance'];
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
    AccountId:
      | 'provider-clearing'
      | 'goods-sold'
      | 'goods-returned'
      | 'trips-sold'
      | 'trips-refunded'
      | 'provider-fees'
      | 'value-added-tax';
    /** @enum {string} */
    AccountKind: 'asset' | 'liability' | 'revenue' | 'expense';
    /** @enum {string} */
    Currency: 'EUR';
    /** @example pi_3PAY0000000000000000001 */
    PaymentIntentId: string;
    /**
     * Format: date-time
     * @example 2026-05-04T09:30:00.000Z
     */
    Timestamp: string;
    AccountEntry: {
      /** @example 01900000-0000-7000-8000-000000000001 */
      entryId: string;
      /** @enum {string} */
      kind: 'payment-captured' | 'payment-refunded' | 'provider-fee';
      /** @example ord_00000000000000000000000000000001 */
      about: string;
      currency: components['schemas']['Currency'];
      /** @enum {string} */
      side: 'debit' | 'credit';
      /** @example 24900 */
      amount: number;
      at: components['schemas']['Timestamp'];
    };
    JournalEvent: {
      version: number;
      /** @example 01900000-0000-7000-8000-000000000001 */
      entryId: string;
      /** @enum {string} */
      kind: 'payment-captured' | 'payment-refunded' | 'provider-fee';
      /** @example ord_00000000000000000000000000000001 */
      about: string;
      at: components['schemas']['Timestamp'];
      lines: {
        account: components['schemas']['AccountId'];
        /** @enum {string} */
        side: 'debit' | 'credit';
        /** @example 24900 */
        amount: number;
      }[];
      /**
       * @example {
       *       "provider-clearing": 24900
       *     }
       */
      balances: {
        [key: string]: number;
      };
    };
    LedgerAccount: {
      accountId: components['schemas']['AccountId'];
      kind: components['schemas']['AccountKind'];
      currency: components['schemas']['Currency'];
      /** @example 24900 */
      debits: number;
      /** @example 24900 */
      credits: number;
      /** @example 24900 */
      balance: number;
    };
    LedgerDifference: {
      paymentIntentId: components['schemas']['PaymentIntentId'];
      currency: components['schemas']['Currency'];
      about?: string;
      /** @example 24900 */
      booked: number;
      /** @example 0 */
      provided: number;
      since: components['schemas']['Timestamp'];
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
    /** @description Forbidden: operator role required */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://waypost.example/problems/forbidden",
         *       "title": "Forbidden: operator role required",
         *       "status": 403,
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
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAccounts: {
    parameters: {
      query?: never;
      header?: {
        'x-correlation-id'?: string;
      };
      path?: never;
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
           *       "items": [
           *         {
           *           "accountId": "provider-clearing",
           *           "kind": "asset",
           *           "currency": "EUR",
           *           "debits": 24900,
           *           "credits": 24900,
           *           "balance": 24900
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: components['schemas']['LedgerAccount'][];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  listAccountEntries: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
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
           *       "items": [
           *         {
           *           "entryId": "01900000-0000-7000-8000-000000000001",
           *           "kind": "payment-captured",
           *           "about": "ord_00000000000000000000000000000001",
           *           "currency": "EUR",
           *           "side": "debit",
           *           "amount": 24900,
           *           "at": "2026-05-04T09:30:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: components['schemas']['AccountEntry'][];
            /**
             * @description Opaque: send it to get the next page.
             * @example eyJwayI6Im9yZGVyIn0
             */
            cursor?: string;
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  getAccountStatement: {
    parameters: {
      query: {
        month: string;
      };
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
          /** @example at,entryId,kind,about,debit,credit,currency */
          'text/csv': string;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  listJournals: {
    parameters: {
      query?: never;
      header?: {
        'x-correlation-id'?: string;
      };
      path?: never;
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
           *       "items": [
           *         {
           *           "journalId": "EUR-0",
           *           "version": 1
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: {
              /** @example EUR-0 */
              journalId: string;
              version: number;
            }[];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  listJournalEvents: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
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
           *       "items": [
           *         {
           *           "version": 1,
           *           "entryId": "01900000-0000-7000-8000-000000000001",
           *           "kind": "payment-captured",
           *           "about": "ord_00000000000000000000000000000001",
           *           "at": "2026-05-04T09:30:00.000Z",
           *           "lines": [
           *             {
           *               "account": "provider-clearing",
           *               "side": "debit",
           *               "amount": 24900
           *             }
           *           ],
           *           "balances": {
           *             "provider-clearing": 24900
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: components['schemas']['JournalEvent'][];
            /**
             * @description Opaque: send it to get the next page.
             * @example eyJwayI6Im9yZGVyIn0
             */
            cursor?: string;
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  getReconciliation: {
    parameters: {
      query?: never;
      header?: {
        'x-correlation-id'?: string;
      };
      path?: never;
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
           *       "open": 1,
           *       "differences": [
           *         {
           *           "paymentIntentId": "pi_3PAY0000000000000000001",
           *           "currency": "EUR",
           *           "booked": 24900,
           *           "provided": 0,
           *           "since": "2026-05-04T09:30:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            checkedAt?: components['schemas']['Timestamp'];
            open: number;
            differences: components['schemas']['LedgerDifference'][];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  getTrialBalance: {
    parameters: {
      query?: never;
      header?: {
        'x-correlation-id'?: string;
      };
      path?: never;
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
           *       "currencies": [
           *         {
           *           "currency": "EUR",
           *           "debits": 24900,
           *           "credits": 24900,
           *           "difference": 0
           *         }
           *       ]
           *     }
           */
          'application/json': {
            currencies: {
              currency: components['schemas']['Currency'];
              /** @example 24900 */
              debits: number;
              /** @example 24900 */
              credits: number;
              /** @example 0 */
              difference: number;
            }[];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
}
