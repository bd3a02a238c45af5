// Generated from services/booking/openapi.json by `npm run schemas`.

export interface paths {
  '/bookings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the shopper's trips, newest first */
    get: operations['listBookings'];
    put?: never;
    /** Books a flight and a hotel and pays for both, all or nothing. GET /bookings/{id} returns the result */
    post: operations['bookTrip'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/bookings/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Returns a trip of the shopper. While it is PENDING, Retry-After states when to poll again */
    get: operations['getBooking'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/destinations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Destinations from a city with the lowest fare of the next 42 days, cheapest first */
    get: operations['listDestinations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/flights': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Round-trip flights that depart on a date, from today to 330 days ahead */
    get: operations['listFlights'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/hotels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Hotels of a city for a stay of up to 30 nights that begins within 330 days */
    get: operations['listHotels'];
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
    BookingCancelReason: 'no_seats' | 'no_rooms' | 'payment_declined' | 'internal_error';
    /** @example bkg_00000000000000000000000000000001 */
    BookingId: string;
    BookingNotice: {
      /** @enum {string} */
      code: 'hotel_in_another_city' | 'stay_outside_trip';
      /** @example The flight goes to Lisbon, and the hotel is in Oslo. */
      detail: string;
    };
    /** @enum {string} */
    BookingStatus: 'PENDING' | 'CONFIRMED' | 'CANCELLED';
    /** @enum {string} */
    BookingStep:
      'reserve_flight' | 'reserve_hotel' | 'process_payment' | 'reverse_payment' | 'cancel_hotel' | 'cancel_flight';
    /**
     * Format: date
     * @example 2026-12-01
     */
    CalendarDate: string;
    /** @enum {string} */
    City: 'BER' | 'CPH' | 'EDI' | 'KEF' | 'LIS' | 'OSL' | 'VIE' | 'ZRH';
    /** @enum {string} */
    Currency: 'EUR';
    Flight: {
      flightId: components['schemas']['FlightId'];
      from: components['schemas']['City'];
      to: components['schemas']['City'];
      departsAt: components['schemas']['Timestamp'];
      arrivesAt: components['schemas']['Timestamp'];
      returnDepartsAt: components['schemas']['Timestamp'];
      returnArrivesAt: components['schemas']['Timestamp'];
      price: components['schemas']['Money'];
    };
    /** @example flt_BER-LIS_20301201-20301208_am */
    FlightId: string;
    Hotel: {
      hotelId: components['schemas']['HotelId'];
      /** @example Harbour House */
      name: string;
      city: components['schemas']['City'];
      price: components['schemas']['Money'];
    };
    /** @example htl_LIS-harbour */
    HotelId: string;
    /** @example 8c7d7f2e-5a0c-4f38-9d8e-0f6a1b2c3d4e */
    IdempotencyKey: string;
    Money: {
      /** @example 24900 */
      amount: number;
      currency: components['schemas']['Currency'];
    };
    /** @example pm_card_visa */
    PaymentMethod: string;
    /** @enum {string} */
    StepOutcome: 'done' | 'rejected' | 'failed';
    /**
     * Format: date-time
     * @example 2026-05-04T09:30:00.000Z
     */
    Timestamp: string;
    Traveller: {
      /** @example Ada Byron */
      name: string;
    };
    Booking: {
      bookingId: components['schemas']['BookingId'];
      status: components['schemas']['BookingStatus'];
      reason?: components['schemas']['BookingCancelReason'];
      steps: {
        step: components['schemas']['BookingStep'];
        outcome: components['schemas']['StepOutcome'];
        at: components['schemas']['Timestamp'];
      }[];
      flight: components['schemas']['Flight'];
      hotel: components['schemas']['Hotel'];
      checkIn: components['schemas']['CalendarDate'];
      checkOut: components['schemas']['CalendarDate'];
      rooms: number;
      travellers: components['schemas']['Traveller'][];
      total: components['schemas']['Money'];
      payment: {
        /** @enum {string} */
        status: 'pending' | 'captured' | 'not_charged' | 'refunded';
      };
      notices: components['schemas']['BookingNotice'][];
      placedAt: components['schemas']['Timestamp'];
    };
    BookingSummary: {
      bookingId: components['schemas']['BookingId'];
      status: components['schemas']['BookingStatus'];
      total: components['schemas']['Money'];
      placedAt: components['schemas']['Timestamp'];
      checkIn: components['schemas']['CalendarDate'];
      checkOut: components['schemas']['CalendarDate'];
      from: components['schemas']['City'];
      to: components['schemas']['City'];
      /** @example Harbour House */
      hotelName: string;
    };
    Destination: {
      city: components['schemas']['City'];
      flight: components['schemas']['Flight'];
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
  listBookings: {
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
           *           "bookingId": "bkg_00000000000000000000000000000001",
           *           "status": "PENDING",
           *           "total": {
           *             "amount": 24900,
           *             "currency": "EUR"
           *           },
           *           "placedAt": "2026-05-04T09:30:00.000Z",
           *           "checkIn": "2026-12-01",
           *           "checkOut": "2026-12-01",
           *           "from": "BER",
           *           "to": "BER",
           *           "hotelName": "Harbour House"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: components['schemas']['BookingSummary'][];
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
  bookTrip: {
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
         *       "flightId": "flt_BER-LIS_20301201-20301208_am",
         *       "hotelId": "htl_LIS-harbour",
         *       "checkIn": "2026-12-01",
         *       "checkOut": "2026-12-01",
         *       "travellers": [
         *         {
         *           "name": "Ada Byron"
         *         }
         *       ],
         *       "paymentMethod": "pm_card_visa"
         *     }
         */
        'application/json': {
          flightId: components['schemas']['FlightId'];
          hotelId: components['schemas']['HotelId'];
          checkIn: components['schemas']['CalendarDate'];
          checkOut: components['schemas']['CalendarDate'];
          travellers: {
            /** @example Ada Byron */
            name: string;
          }[];
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
           *       "bookingId": "bkg_00000000000000000000000000000001",
           *       "status": "PENDING",
           *       "total": {
           *         "amount": 24900,
           *         "currency": "EUR"
           *       },
           *       "notices": [
           *         {
           *           "code": "hotel_in_another_city",
           *           "detail": "The flight goes to Lisbon, and the hotel is in Oslo."
           *         }
           *       ],
           *       "links": {
           *         "self": "/bookings/bkg_00000000000000000000000000000001"
           *       }
           *     }
           */
          'application/json': {
            bookingId: components['schemas']['BookingId'];
            status: components['schemas']['BookingStatus'];
            total: components['schemas']['Money'];
            notices: components['schemas']['BookingNotice'][];
            links: {
              /** @example /bookings/bkg_00000000000000000000000000000001 */
              self: string;
            };
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  getBooking: {
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
          /** @description Changes with the booking */
          ETag?: string;
          /** @description Seconds until the next poll, while it is PENDING */
          'Retry-After'?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "bookingId": "bkg_00000000000000000000000000000001",
           *       "status": "PENDING",
           *       "steps": [
           *         {
           *           "step": "reserve_flight",
           *           "outcome": "done",
           *           "at": "2026-05-04T09:30:00.000Z"
           *         }
           *       ],
           *       "flight": {
           *         "flightId": "flt_BER-LIS_20301201-20301208_am",
           *         "from": "BER",
           *         "to": "BER",
           *         "departsAt": "2026-05-04T09:30:00.000Z",
           *         "arrivesAt": "2026-05-04T09:30:00.000Z",
           *         "returnDepartsAt": "2026-05-04T09:30:00.000Z",
           *         "returnArrivesAt": "2026-05-04T09:30:00.000Z",
           *         "price": {
           *           "amount": 24900,
           *           "currency": "EUR"
           *         }
           *       },
           *       "hotel": {
           *         "hotelId": "htl_LIS-harbour",
           *         "name": "Harbour House",
           *         "city": "BER",
           *         "price": {
           *           "amount": 24900,
           *           "currency": "EUR"
           *         }
           *       },
           *       "checkIn": "2026-12-01",
           *       "checkOut": "2026-12-01",
           *       "rooms": 1,
           *       "travellers": [
           *         {
           *           "name": "Ada Byron"
           *         }
           *       ],
           *       "total": {
           *         "amount": 24900,
           *         "currency": "EUR"
           *       },
           *       "payment": {
           *         "status": "pending"
           *       },
           *       "notices": [
           *         {
           *           "code": "hotel_in_another_city",
           *           "detail": "The flight goes to Lisbon, and the hotel is in Oslo."
           *         }
           *       ],
           *       "placedAt": "2026-05-04T09:30:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Booking'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  listDestinations: {
    parameters: {
      query: {
        from: components['schemas']['City'];
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
           *           "city": "BER",
           *           "flight": {
           *             "flightId": "flt_BER-LIS_20301201-20301208_am",
           *             "from": "BER",
           *             "to": "BER",
           *             "departsAt": "2026-05-04T09:30:00.000Z",
           *             "arrivesAt": "2026-05-04T09:30:00.000Z",
           *             "returnDepartsAt": "2026-05-04T09:30:00.000Z",
           *             "returnArrivesAt": "2026-05-04T09:30:00.000Z",
           *             "price": {
           *               "amount": 24900,
           *               "currency": "EUR"
           *             }
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: components['schemas']['Destination'][];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  listFlights: {
    parameters: {
      query: {
        from: components['schemas']['City'];
        to: components['schemas']['City'];
        date: components['schemas']['CalendarDate'];
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
           *           "flightId": "flt_BER-LIS_20301201-20301208_am",
           *           "from": "BER",
           *           "to": "BER",
           *           "departsAt": "2026-05-04T09:30:00.000Z",
           *           "arrivesAt": "2026-05-04T09:30:00.000Z",
           *           "returnDepartsAt": "2026-05-04T09:30:00.000Z",
           *           "returnArrivesAt": "2026-05-04T09:30:00.000Z",
           *           "price": {
           *             "amount": 24900,
           *             "currency": "EUR"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: components['schemas']['Flight'][];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
  listHotels: {
    parameters: {
      query: {
        city: components['schemas']['City'];
        checkIn: components['schemas']['CalendarDate'];
        checkOut: components['schemas']['CalendarDate'];
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
           *           "hotelId": "htl_LIS-harbour",
           *           "name": "Harbour House",
           *           "city": "BER",
           *           "price": {
           *             "amount": 24900,
           *             "currency": "EUR"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: components['schemas']['Hotel'][];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['InternalError'];
    };
  };
}
