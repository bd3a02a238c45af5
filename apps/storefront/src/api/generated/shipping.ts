// Generated from services/shipping/openapi.json by `npm run schemas`.

export interface paths {
  '/shipments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the shipments of one of the shopper's orders. Empty for an order of another shopper */
    get: operations['listShipments'];
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
    /** @example parcel-post */
    Carrier: string;
    /** @example ord_00000000000000000000000000000001 */
    OrderId: string;
    OrderLine: {
      sku: components['schemas']['Sku'];
      quantity: components['schemas']['Quantity'];
    };
    Parcel: {
      status: components['schemas']['ParcelStatus'];
      history: {
        status: components['schemas']['ParcelStatus'];
        at: components['schemas']['Timestamp'];
      }[];
    };
    /** @enum {string} */
    ParcelStatus: 'PACKED' | 'DISPATCHED' | 'ADDRESS_PROBLEM' | 'LOST' | 'REFUSED' | 'DELIVERED';
    Quantity: number;
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
    Shipment: {
      shipmentId: components['schemas']['ShipmentId'];
      orderId: components['schemas']['OrderId'];
      warehouse: components['schemas']['WarehouseId'];
      carrier: components['schemas']['Carrier'];
      /** @enum {string} */
      status: 'arranged' | 'cancelled';
      lines: components['schemas']['OrderLine'][];
      arrangedAt: components['schemas']['Timestamp'];
      parcel?: components['schemas']['Parcel'];
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
  listShipments: {
    parameters: {
      query: {
        orderId: components['schemas']['OrderId'];
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
           *           "shipmentId": "shp_00000000000000000000000000000001_north",
           *           "orderId": "ord_00000000000000000000000000000001",
           *           "warehouse": "north",
           *           "carrier": "parcel-post",
           *           "status": "arranged",
           *           "lines": [
           *             {
           *               "sku": "TENT-RIDGE-2P",
           *               "quantity": 1
           *             }
           *           ],
           *           "arrangedAt": "2026-05-04T09:30:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: components['schemas']['Shipment'][];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
}
