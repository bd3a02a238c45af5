// Generated from services/order/openapi.json by `npm run schemas`.

export interface paths {
  '/carts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Returns a cart with current prices, and changes since the shopper last saw it. A claimed cart is visible to its owner only */
    get: operations['getCart'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/carts/{id}/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves the items of a guest cart into the shopper's cart and returns it. From then on the guest cart's id refers to that cart */
    post: operations['claimCart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/carts/{id}/items/{sku}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Sets the quantity of a product in a cart. The first item creates the cart, under an id that the caller generates */
    put: operations['putCartItem'];
    post?: never;
    /** Removes a product from a cart. Succeeds also if the cart doesn't contain it */
    delete: operations['deleteCartItem'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the shopper's orders, newest first */
    get: operations['listOrders'];
    put?: never;
    /** Places an order. GET /orders/{id} returns its status */
    post: operations['placeOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/orders/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Returns an order of the shopper. While its status can change, Retry-After states when to poll again */
    get: operations['getOrder'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/orders/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Requests the cancellation of an order that is not shipped yet. GET /orders/{id} returns the result; 409 if a parcel was shipped */
    post: operations['requestCancellation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/orders/{id}/returns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Requests the return of items of a delivered order, within 30 days. GET /orders/{id} returns the result; 409 if they can't be returned */
    post: operations['requestReturn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/orders/{id}/returns/{returnId}/settlement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Requests the refund of a return that is lost or whose refund failed, or closes it without a refund; 409 if it is refunded, closed, or its refund is in progress
     * @description For members of the group `operator`.
     */
    post: operations['settleReturn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/orders/{id}/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approves or rejects an order in review. The first decision counts; 409 for a different one
     * @description For members of the group `operator`.
     */
    post: operations['reviewOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/returns/in-review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the returns that wait for an operator: lost by the carrier, or with a refund that failed; longest wait first
     * @description For members of the group `operator`.
     */
    get: operations['listReturnsInReview'];
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
    Address: {
      /** @example Robin Weber */
      name: string;
      /** @example Seestraße 12 */
      line1: string;
      line2?: string;
      /** @example Konstanz */
      city: string;
      /** @example 78464 */
      postalCode: string;
      region?: string;
      country: components['schemas']['CountryCode'];
    };
    AddressBody: {
      /** @example Robin Weber */
      name: string;
      /** @example Seestraße 12 */
      line1: string;
      line2?: string;
      /** @example Konstanz */
      city: string;
      /** @example 78464 */
      postalCode: string;
      region?: string;
      country: components['schemas']['CountryCode'];
    };
    /** @enum {string} */
    CancelReason:
      | 'out_of_stock'
      | 'payment_declined'
      | 'payment_timeout'
      | 'review_rejected'
      | 'review_timeout'
      | 'shipping_unavailable'
      | 'customer_request'
      | 'internal_error';
    /** @enum {string} */
    CartChange: 'price_changed' | 'sold_out' | 'limited_stock';
    /** @example 5f0c1d7e-9a34-4b52-8f6e-0d2c4b6a8e10 */
    CartId: string;
    CartLine: {
      sku: components['schemas']['Sku'];
      quantity: components['schemas']['Quantity'];
      name: components['schemas']['ProductName'];
      unitPrice: components['schemas']['Money'];
      previousPrice?: components['schemas']['Money'];
      available?: number;
      changes: components['schemas']['CartChange'][];
    };
    /**
     * @example DE
     * @enum {string}
     */
    CountryCode:
      | 'AD'
      | 'AE'
      | 'AF'
      | 'AG'
      | 'AI'
      | 'AL'
      | 'AM'
      | 'AO'
      | 'AQ'
      | 'AR'
      | 'AS'
      | 'AT'
      | 'AU'
      | 'AW'
      | 'AX'
      | 'AZ'
      | 'BA'
      | 'BB'
      | 'BD'
      | 'BE'
      | 'BF'
      | 'BG'
      | 'BH'
      | 'BI'
      | 'BJ'
      | 'BL'
      | 'BM'
      | 'BN'
      | 'BO'
      | 'BQ'
      | 'BR'
      | 'BS'
      | 'BT'
      | 'BV'
      | 'BW'
      | 'BY'
      | 'BZ'
      | 'CA'
      | 'CC'
      | 'CD'
      | 'CF'
      | 'CG'
      | 'CH'
      | 'CI'
      | 'CK'
      | 'CL'
      | 'CM'
      | 'CN'
      | 'CO'
      | 'CR'
      | 'CU'
      | 'CV'
      | 'CW'
      | 'CX'
      | 'CY'
      | 'CZ'
      | 'DE'
      | 'DJ'
      | 'DK'
      | 'DM'
      | 'DO'
      | 'DZ'
      | 'EC'
      | 'EE'
      | 'EG'
      | 'EH'
      | 'ER'
      | 'ES'
      | 'ET'
      | 'FI'
      | 'FJ'
      | 'FK'
      | 'FM'
      | 'FO'
      | 'FR'
      | 'GA'
      | 'GB'
      | 'GD'
      | 'GE'
      | 'GF'
      | 'GG'
      | 'GH'
      | 'GI'
      | 'GL'
      | 'GM'
      | 'GN'
      | 'GP'
      | 'GQ'
      | 'GR'
      | 'GS'
      | 'GT'
      | 'GU'
      | 'GW'
      | 'GY'
      | 'HK'
      | 'HM'
      | 'HN'
      | 'HR'
      | 'HT'
      | 'HU'
      | 'ID'
      | 'IE'
      | 'IL'
      | 'IM'
      | 'IN'
      | 'IO'
      | 'IQ'
      | 'IR'
      | 'IS'
      | 'IT'
      | 'JE'
      | 'JM'
      | 'JO'
      | 'JP'
      | 'KE'
      | 'KG'
      | 'KH'
      | 'KI'
      | 'KM'
      | 'KN'
      | 'KP'
      | 'KR'
      | 'KW'
      | 'KY'
      | 'KZ'
      | 'LA'
      | 'LB'
      | 'LC'
      | 'LI'
      | 'LK'
      | 'LR'
      | 'LS'
      | 'LT'
      | 'LU'
      | 'LV'
      | 'LY'
      | 'MA'
      | 'MC'
      | 'MD'
      | 'ME'
      | 'MF'
      | 'MG'
      | 'MH'
      | 'MK'
      | 'ML'
      | 'MM'
      | 'MN'
      | 'MO'
      | 'MP'
      | 'MQ'
      | 'MR'
      | 'MS'
      | 'MT'
      | 'MU'
      | 'MV'
      | 'MW'
      | 'MX'
      | 'MY'
      | 'MZ'
      | 'NA'
      | 'NC'
      | 'NE'
      | 'NF'
      | 'NG'
      | 'NI'
      | 'NL'
      | 'NO'
      | 'NP'
      | 'NR'
      | 'NU'
      | 'NZ'
      | 'OM'
      | 'PA'
      | 'PE'
      | 'PF'
      | 'PG'
      | 'PH'
      | 'PK'
      | 'PL'
      | 'PM'
      | 'PN'
      | 'PR'
      | 'PS'
      | 'PT'
      | 'PW'
      | 'PY'
      | 'QA'
      | 'RE'
      | 'RO'
      | 'RS'
      | 'RU'
      | 'RW'
      | 'SA'
      | 'SB'
      | 'SC'
      | 'SD'
      | 'SE'
      | 'SG'
      | 'SH'
      | 'SI'
      | 'SJ'
      | 'SK'
      | 'SL'
      | 'SM'
      | 'SN'
      | 'SO'
      | 'SR'
      | 'SS'
      | 'ST'
      | 'SV'
      | 'SX'
      | 'SY'
      | 'SZ'
      | 'TC'
      | 'TD'
      | 'TF'
      | 'TG'
      | 'TH'
      | 'TJ'
      | 'TK'
      | 'TL'
      | 'TM'
      | 'TN'
      | 'TO'
      | 'TR'
      | 'TT'
      | 'TV'
      | 'TW'
      | 'TZ'
      | 'UA'
      | 'UG'
      | 'UM'
      | 'US'
      | 'UY'
      | 'UZ'
      | 'VA'
      | 'VC'
      | 'VE'
      | 'VG'
      | 'VI'
      | 'VN'
      | 'VU'
      | 'WF'
      | 'WS'
      | 'YE'
      | 'YT'
      | 'ZA'
      | 'ZM'
      | 'ZW';
    /** @enum {string} */
    Currency: 'EUR';
    /** @example 8c7d7f2e-5a0c-4f38-9d8e-0f6a1b2c3d4e */
    IdempotencyKey: string;
    Money: {
      /** @example 24900 */
      amount: number;
      currency: components['schemas']['Currency'];
    };
    /** @example ord_00000000000000000000000000000001 */
    OrderId: string;
    OrderLine: {
      sku: components['schemas']['Sku'];
      quantity: components['schemas']['Quantity'];
    };
    OrderLinesBody: {
      sku: components['schemas']['Sku'];
      quantity: components['schemas']['Quantity'];
    }[];
    OrderReturn: {
      returnId: components['schemas']['ReturnId'];
      status: components['schemas']['ReturnStatus'];
      lines: components['schemas']['OrderLine'][];
      refund: components['schemas']['Money'];
      refunded?: components['schemas']['Money'];
      history: {
        status: components['schemas']['ReturnStatus'];
        at: components['schemas']['Timestamp'];
      }[];
    };
    /** @enum {string} */
    OrderStatus:
      | 'PLACED'
      | 'IN_REVIEW'
      | 'AWAITING_PAYMENT'
      | 'CONFIRMED'
      | 'SHIPPED'
      | 'DELIVERED'
      | 'COMPLETED'
      | 'CANCELLED'
      | 'RETURNED';
    Parcel: {
      status: components['schemas']['ParcelStatus'];
      history: {
        status: components['schemas']['ParcelStatus'];
        at: components['schemas']['Timestamp'];
      }[];
    };
    /** @enum {string} */
    ParcelStatus: 'PACKED' | 'DISPATCHED' | 'ADDRESS_PROBLEM' | 'LOST' | 'REFUSED' | 'DELIVERED';
    /** @example pm_card_visa */
    PaymentMethod: string;
    PricedLine: {
      sku: components['schemas']['Sku'];
      quantity: components['schemas']['Quantity'];
      name: components['schemas']['ProductName'];
      unitPrice: components['schemas']['Money'];
    };
    /** @example Ridge tent for two */
    ProductName: string;
    Quantity: number;
    /** @example ret_00000000000000000000000000000001_0000000a */
    ReturnId: string;
    /** @enum {string} */
    ReturnSettlement: 'refund' | 'close';
    /** @enum {string} */
    ReturnStatus: 'REQUESTED' | 'LOST' | 'RECEIVED' | 'REFUND_FAILED' | 'CLOSED' | 'REFUNDED';
    /** @enum {string} */
    ReviewDecision: 'approve' | 'reject';
    /** @example shp_00000000000000000000000000000001_north */
    ShipmentId: string;
    /** @example TENT-RIDGE-2P */
    Sku: string;
    /**
     * Format: date-time
     * @example 2026-05-04T09:30:00.000Z
     */
    Timestamp: string;
    /** @enum {string} */
    WarehouseId: 'north' | 'south';
    Cart: {
      cartId: components['schemas']['CartId'];
      items: components['schemas']['CartLine'][];
      total: components['schemas']['Money'];
      expiresAt?: components['schemas']['Timestamp'];
    };
    Order: {
      orderId: components['schemas']['OrderId'];
      status: components['schemas']['OrderStatus'];
      reason?: components['schemas']['CancelReason'];
      /** @enum {string} */
      cancellation?: 'requested' | 'too_late';
      lines: components['schemas']['PricedLine'][];
      total: components['schemas']['Money'];
      shippingAddress: components['schemas']['Address'];
      history: {
        status: components['schemas']['OrderStatus'];
        at: components['schemas']['Timestamp'];
      }[];
      shipments: {
        shipmentId: components['schemas']['ShipmentId'];
        warehouse: components['schemas']['WarehouseId'];
        parcel?: components['schemas']['Parcel'];
      }[];
      payment: {
        /** @enum {string} */
        status: 'pending' | 'authentication_required' | 'captured' | 'settled' | 'not_charged' | 'refunded';
        /** Format: uri */
        nextActionUrl?: string;
      };
      returns: components['schemas']['OrderReturn'][];
      returnableUntil?: components['schemas']['Timestamp'];
    };
    OrderSummary: {
      orderId: components['schemas']['OrderId'];
      status: components['schemas']['OrderStatus'];
      total: components['schemas']['Money'];
      placedAt: components['schemas']['Timestamp'];
      lines: {
        sku: components['schemas']['Sku'];
        name: components['schemas']['ProductName'];
        quantity: components['schemas']['Quantity'];
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
    ReturnInReview: {
      orderId: components['schemas']['OrderId'];
      returnId: components['schemas']['ReturnId'];
      status: components['schemas']['ReturnStatus'];
      refund: components['schemas']['Money'];
      since: components['schemas']['Timestamp'];
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
    /** @description Conflict: the resource was modified */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://waypost.example/problems/conflict",
         *       "title": "Conflict: the resource was modified",
         *       "status": 409,
         *       "instance": "/orders",
         *       "correlationId": "019df252-b5c0-7000-8000-00000000000c"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request is too large */
    TooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://waypost.example/problems/too-large",
         *       "title": "The request is too large",
         *       "status": 413,
         *       "instance": "/orders",
         *       "correlationId": "019df252-b5c0-7000-8000-00000000000c"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Unsupported media type */
    UnsupportedMediaType: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://waypost.example/problems/unsupported-media-type",
         *       "title": "Unsupported media type",
         *       "status": 415,
         *       "instance": "/orders",
         *       "correlationId": "019df252-b5c0-7000-8000-00000000000c"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The Idempotency-Key was used for a different request */
    IdempotencyKeyReused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "https://waypost.example/problems/idempotency-key-reused",
         *       "title": "The Idempotency-Key was used for a different request",
         *       "status": 422,
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
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getCart: {
    parameters: {
      query?: never;
      header?: {
        'x-correlation-id'?: string;
      };
      path: {
        id: components['schemas']['CartId'];
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
          /** @description Changes with the cart, and with prices and stock */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "cartId": "5f0c1d7e-9a34-4b52-8f6e-0d2c4b6a8e10",
           *       "items": [
           *         {
           *           "sku": "TENT-RIDGE-2P",
           *           "quantity": 1,
           *           "name": "Ridge tent for two",
           *           "unitPrice": {
           *             "amount": 24900,
           *             "currency": "EUR"
           *           },
           *           "changes": [
           *             "price_changed"
           *           ]
           *         }
           *       ],
           *       "total": {
           *         "amount": 24900,
           *         "currency": "EUR"
           *       }
           *     }
           */
          'application/json': components['schemas']['Cart'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  claimCart: {
    parameters: {
      query?: never;
      header?: {
        'x-correlation-id'?: string;
      };
      path: {
        id: components['schemas']['CartId'];
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
           *       "cartId": "5f0c1d7e-9a34-4b52-8f6e-0d2c4b6a8e10",
           *       "items": [
           *         {
           *           "sku": "TENT-RIDGE-2P",
           *           "quantity": 1,
           *           "name": "Ridge tent for two",
           *           "unitPrice": {
           *             "amount": 24900,
           *             "currency": "EUR"
           *           },
           *           "changes": [
           *             "price_changed"
           *           ]
           *         }
           *       ],
           *       "total": {
           *         "amount": 24900,
           *         "currency": "EUR"
           *       },
           *       "notMoved": [
           *         "TENT-RIDGE-2P"
           *       ]
           *     }
           */
          'application/json': {
            cartId: components['schemas']['CartId'];
            items: components['schemas']['CartLine'][];
            total: components['schemas']['Money'];
            expiresAt?: components['schemas']['Timestamp'];
            notMoved: components['schemas']['Sku'][];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  putCartItem: {
    parameters: {
      query?: never;
      header?: {
        'x-correlation-id'?: string;
      };
      path: {
        id: components['schemas']['CartId'];
        sku: components['schemas']['Sku'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "quantity": 1
         *     }
         */
        'application/json': {
          quantity: components['schemas']['Quantity'];
          unitPrice?: {
            /** @example 24900 */
            amount: number;
            currency: components['schemas']['Currency'];
          };
        };
      };
    };
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
           *       "cartId": "5f0c1d7e-9a34-4b52-8f6e-0d2c4b6a8e10",
           *       "items": [
           *         {
           *           "sku": "TENT-RIDGE-2P",
           *           "quantity": 1,
           *           "name": "Ridge tent for two",
           *           "unitPrice": {
           *             "amount": 24900,
           *             "currency": "EUR"
           *           },
           *           "changes": [
           *             "price_changed"
           *           ]
           *         }
           *       ],
           *       "total": {
           *         "amount": 24900,
           *         "currency": "EUR"
           *       }
           *     }
           */
          'application/json': components['schemas']['Cart'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  deleteCartItem: {
    parameters: {
      query?: never;
      header?: {
        'x-correlation-id'?: string;
      };
      path: {
        id: components['schemas']['CartId'];
        sku: components['schemas']['Sku'];
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
           *       "cartId": "5f0c1d7e-9a34-4b52-8f6e-0d2c4b6a8e10",
           *       "items": [
           *         {
           *           "sku": "TENT-RIDGE-2P",
           *           "quantity": 1,
           *           "name": "Ridge tent for two",
           *           "unitPrice": {
           *             "amount": 24900,
           *             "currency": "EUR"
           *           },
           *           "changes": [
           *             "price_changed"
           *           ]
           *         }
           *       ],
           *       "total": {
           *         "amount": 24900,
           *         "currency": "EUR"
           *       }
           *     }
           */
          'application/json': components['schemas']['Cart'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  listOrders: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
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
           *           "orderId": "ord_00000000000000000000000000000001",
           *           "status": "PLACED",
           *           "total": {
           *             "amount": 24900,
           *             "currency": "EUR"
           *           },
           *           "placedAt": "2026-05-04T09:30:00.000Z",
           *           "lines": [
           *             {
           *               "sku": "TENT-RIDGE-2P",
           *               "name": "Ridge tent for two",
           *               "quantity": 1
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: components['schemas']['OrderSummary'][];
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
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  placeOrder: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': components['schemas']['IdempotencyKey'];
        'x-correlation-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "lines": [
         *         {
         *           "sku": "TENT-RIDGE-2P",
         *           "quantity": 1
         *         }
         *       ],
         *       "shippingAddress": {
         *         "name": "Robin Weber",
         *         "line1": "Seestraße 12",
         *         "city": "Konstanz",
         *         "postalCode": "78464",
         *         "country": "DE"
         *       },
         *       "paymentMethod": "pm_card_visa"
         *     }
         */
        'application/json': {
          lines?: components['schemas']['OrderLinesBody'];
          cartId?: components['schemas']['CartId'];
          shippingAddress: components['schemas']['AddressBody'];
          paymentMethod: components['schemas']['PaymentMethod'];
        };
      };
    };
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          /** @description Correlation id of the request, its events and its logs. The service creates one if the request has none, or one that is not 8 to 64 letters, digits and hyphens. */
          'x-correlation-id': string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "orderId": "ord_00000000000000000000000000000001",
           *       "status": "PLACED",
           *       "total": {
           *         "amount": 24900,
           *         "currency": "EUR"
           *       },
           *       "links": {
           *         "self": "/orders/ord_00000000000000000000000000000001"
           *       }
           *     }
           */
          'application/json': {
            orderId: components['schemas']['OrderId'];
            status: components['schemas']['OrderStatus'];
            total: components['schemas']['Money'];
            links: {
              /** @example /orders/ord_00000000000000000000000000000001 */
              self: string;
            };
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  getOrder: {
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
          /** @description Changes with the order */
          ETag?: string;
          /** @description Seconds until the next poll, while the status can change */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "orderId": "ord_00000000000000000000000000000001",
           *       "status": "PLACED",
           *       "lines": [
           *         {
           *           "sku": "TENT-RIDGE-2P",
           *           "quantity": 1,
           *           "name": "Ridge tent for two",
           *           "unitPrice": {
           *             "amount": 24900,
           *             "currency": "EUR"
           *           }
           *         }
           *       ],
           *       "total": {
           *         "amount": 24900,
           *         "currency": "EUR"
           *       },
           *       "shippingAddress": {
           *         "name": "Robin Weber",
           *         "line1": "Seestraße 12",
           *         "city": "Konstanz",
           *         "postalCode": "78464",
           *         "country": "DE"
           *       },
           *       "history": [
           *         {
           *           "status": "PLACED",
           *           "at": "2026-05-04T09:30:00.000Z"
           *         }
           *       ],
           *       "shipments": [
           *         {
           *           "shipmentId": "shp_00000000000000000000000000000001_north",
           *           "warehouse": "north"
           *         }
           *       ],
           *       "payment": {
           *         "status": "pending"
           *       },
           *       "returns": [
           *         {
           *           "returnId": "ret_00000000000000000000000000000001_0000000a",
           *           "status": "REQUESTED",
           *           "lines": [
           *             {
           *               "sku": "TENT-RIDGE-2P",
           *               "quantity": 1
           *             }
           *           ],
           *           "refund": {
           *             "amount": 24900,
           *             "currency": "EUR"
           *           },
           *           "history": [
           *             {
           *               "status": "REQUESTED",
           *               "at": "2026-05-04T09:30:00.000Z"
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Order'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  requestCancellation: {
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
      /** @description Accepted */
      202: {
        headers: {
          /** @description Correlation id of the request, its events and its logs. The service creates one if the request has none, or one that is not 8 to 64 letters, digits and hyphens. */
          'x-correlation-id': string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "orderId": "ord_00000000000000000000000000000001",
           *       "status": "PLACED",
           *       "links": {
           *         "self": "/orders/ord_00000000000000000000000000000001"
           *       }
           *     }
           */
          'application/json': {
            orderId: components['schemas']['OrderId'];
            status: components['schemas']['OrderStatus'];
            links: {
              /** @example /orders/ord_00000000000000000000000000000001 */
              self: string;
            };
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  requestReturn: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': components['schemas']['IdempotencyKey'];
        'x-correlation-id'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "lines": [
         *         {
         *           "sku": "TENT-RIDGE-2P",
         *           "quantity": 1
         *         }
         *       ]
         *     }
         */
        'application/json': {
          lines: components['schemas']['OrderLinesBody'];
        };
      };
    };
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          /** @description Correlation id of the request, its events and its logs. The service creates one if the request has none, or one that is not 8 to 64 letters, digits and hyphens. */
          'x-correlation-id': string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "orderId": "ord_00000000000000000000000000000001",
           *       "returnId": "ret_00000000000000000000000000000001_0000000a",
           *       "refund": {
           *         "amount": 24900,
           *         "currency": "EUR"
           *       },
           *       "links": {
           *         "self": "/orders/ord_00000000000000000000000000000001"
           *       }
           *     }
           */
          'application/json': {
            orderId: components['schemas']['OrderId'];
            returnId: components['schemas']['ReturnId'];
            refund: components['schemas']['Money'];
            links: {
              /** @example /orders/ord_00000000000000000000000000000001 */
              self: string;
            };
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  settleReturn: {
    parameters: {
      query?: never;
      header?: {
        'x-correlation-id'?: string;
      };
      path: {
        id: string;
        returnId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "settlement": "refund"
         *     }
         */
        'application/json': {
          settlement: components['schemas']['ReturnSettlement'];
        };
      };
    };
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          /** @description Correlation id of the request, its events and its logs. The service creates one if the request has none, or one that is not 8 to 64 letters, digits and hyphens. */
          'x-correlation-id': string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "orderId": "ord_00000000000000000000000000000001",
           *       "returnId": "ret_00000000000000000000000000000001_0000000a",
           *       "status": "REQUESTED",
           *       "settlement": "refund"
           *     }
           */
          'application/json': {
            orderId: components['schemas']['OrderId'];
            returnId: components['schemas']['ReturnId'];
            status: components['schemas']['ReturnStatus'];
            settlement: components['schemas']['ReturnSettlement'];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  reviewOrder: {
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
    requestBody: {
      content: {
        /**
         * @example {
         *       "decision": "approve"
         *     }
         */
        'application/json': {
          decision: components['schemas']['ReviewDecision'];
        };
      };
    };
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          /** @description Correlation id of the request, its events and its logs. The service creates one if the request has none, or one that is not 8 to 64 letters, digits and hyphens. */
          'x-correlation-id': string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "orderId": "ord_00000000000000000000000000000001",
           *       "status": "PLACED",
           *       "links": {
           *         "self": "/orders/ord_00000000000000000000000000000001"
           *       },
           *       "decision": "approve"
           *     }
           */
          'application/json': {
            orderId: components['schemas']['OrderId'];
            status: components['schemas']['OrderStatus'];
            links: {
              /** @example /orders/ord_00000000000000000000000000000001 */
              self: string;
            };
            decision: components['schemas']['ReviewDecision'];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  listReturnsInReview: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
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
           *           "orderId": "ord_00000000000000000000000000000001",
           *           "returnId": "ret_00000000000000000000000000000001_0000000a",
           *           "status": "REQUESTED",
           *           "refund": {
           *             "amount": 24900,
           *             "currency": "EUR"
           *           },
           *           "since": "2026-05-04T09:30:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: components['schemas']['ReturnInReview'][];
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
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
}
