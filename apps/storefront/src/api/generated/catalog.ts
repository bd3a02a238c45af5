// Generated from services/catalog/openapi.json by `npm run schemas`.

export interface paths {
  '/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists products, filtered by category, season, words of their names and descriptions, price and availability */
    get: operations['listProducts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/products/{sku}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Returns a product */
    get: operations['getProduct'];
    /**
     * Creates or replaces a product
     * @description For members of the group `operator`.
     */
    put: operations['putProduct'];
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
    Category: 'tents' | 'sleeping' | 'packs' | 'clothing' | 'cooking' | 'navigation';
    /** @enum {string} */
    Currency: 'EUR';
    Money: {
      /** @example 24900 */
      amount: number;
      currency: components['schemas']['Currency'];
    };
    ProductImage: {
      /** @example /images/tent-ridge-2p.svg */
      url: string;
      /** @example A green tent on a ridge */
      alt: string;
    };
    /** @example Ridge tent for two */
    ProductName: string;
    /** @enum {string} */
    Season: 'spring' | 'summer' | 'autumn' | 'winter';
    /** @example TENT-RIDGE-2P */
    Sku: string;
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
    Product: {
      sku: components['schemas']['Sku'];
      name: components['schemas']['ProductName'];
      /** @example Two doors, 1.9 kg, stands in a gale */
      description: string;
      category: components['schemas']['Category'];
      price: components['schemas']['Money'];
      images: components['schemas']['ProductImage'][];
      seasons: components['schemas']['Season'][];
      available: boolean;
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
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listProducts: {
    parameters: {
      query?: {
        query?: string;
        category?: components['schemas']['Category'];
        season?: components['schemas']['Season'];
        minPrice?: number;
        maxPrice?: number;
        available?: 'true' | 'false';
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
          /** @description Changes with the page */
          ETag?: string;
          /** @description How long caches may store it */
          'Cache-Control'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "sku": "TENT-RIDGE-2P",
           *           "name": "Ridge tent for two",
           *           "description": "Two doors, 1.9 kg, stands in a gale",
           *           "category": "tents",
           *           "price": {
           *             "amount": 24900,
           *             "currency": "EUR"
           *           },
           *           "images": [
           *             {
           *               "url": "/images/tent-ridge-2p.svg",
           *               "alt": "A green tent on a ridge"
           *             }
           *           ],
           *           "seasons": [
           *             "spring"
           *           ],
           *           "available": true
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: components['schemas']['Product'][];
            /**
             * @description Opaque: send it to get the next page.
             * @example eyJwayI6Im9yZGVyIn0
             */
            cursor?: string;
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  getProduct: {
    parameters: {
      query?: never;
      header?: {
        'x-correlation-id'?: string;
      };
      path: {
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
          /** @description Changes with the product */
          ETag?: string;
          /** @description How long caches may store it */
          'Cache-Control'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "sku": "TENT-RIDGE-2P",
           *       "name": "Ridge tent for two",
           *       "description": "Two doors, 1.9 kg, stands in a gale",
           *       "category": "tents",
           *       "price": {
           *         "amount": 24900,
           *         "currency": "EUR"
           *       },
           *       "images": [
           *         {
           *           "url": "/images/tent-ridge-2p.svg",
           *           "alt": "A green tent on a ridge"
           *         }
           *       ],
           *       "seasons": [
           *         "spring"
           *       ],
           *       "available": true
           *     }
           */
          'application/json': components['schemas']['Product'];
        };
      };
      400: components['responses']['InvalidRequest'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  putProduct: {
    parameters: {
      query?: never;
      header?: {
        'x-correlation-id'?: string;
      };
      path: {
        sku: components['schemas']['Sku'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Ridge tent for two",
         *       "description": "Two doors, 1.9 kg, stands in a gale",
         *       "category": "tents",
         *       "price": {
         *         "amount": 1,
         *         "currency": "EUR"
         *       }
         *     }
         */
        'application/json': {
          /** @example Ridge tent for two */
          name: string;
          /** @example Two doors, 1.9 kg, stands in a gale */
          description: string;
          category: components['schemas']['Category'];
          price: {
            amount: number;
            currency: components['schemas']['Currency'];
          };
          /** @default [] */
          images?: {
            /** @example /images/tent-ridge-2p.svg */
            url: string;
            alt: string;
          }[];
          /** @default [] */
          seasons?: components['schemas']['Season'][];
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
           *       "sku": "TENT-RIDGE-2P",
           *       "name": "Ridge tent for two",
           *       "description": "Two doors, 1.9 kg, stands in a gale",
           *       "category": "tents",
           *       "price": {
           *         "amount": 24900,
           *         "currency": "EUR"
           *       },
           *       "images": [
           *         {
           *           "url": "/images/tent-ridge-2p.svg",
           *           "alt": "A green tent on a ridge"
           *         }
           *       ],
           *       "seasons": [
           *         "spring"
           *       ],
           *       "available": true
           *     }
           */
          'application/json': components['schemas']['Product'];
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
}
