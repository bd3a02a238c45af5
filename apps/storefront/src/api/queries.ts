import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import { statusOf } from './problem.ts';
import type { ProductFilter, Shop } from './shop.ts';
import type { City } from './trips.ts';

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // A client error returns the same result on every retry; other failures may pass.
        retry: (failures, error) => failures < 2 && (statusOf(error) ?? 500) >= 500,
        retryDelay: (attempt) => 400 * 2 ** attempt,
        staleTime: 10_000,
        // An offline shopper sees a message at once.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });

/** The API takes no cursor for the first page, and the client omits empty parameters. */
const firstPage = '';

export const productsQuery = (shop: Shop, filter: ProductFilter) =>
  infiniteQueryOptions({
    queryKey: ['products', filter],
    queryFn: ({ pageParam, signal }) => shop.listProducts({ ...filter, cursor: pageParam }, signal),
    initialPageParam: firstPage,
    getNextPageParam: ({ cursor }) => cursor,
    // While the shopper types, the previous list stays visible until the next one is loaded.
    placeholderData: keepPreviousData,
  });

export const productQuery = (shop: Shop, sku: string) =>
  queryOptions({ queryKey: ['product', sku], queryFn: ({ signal }) => shop.getProduct(sku, signal) });

export const stockQuery = (shop: Shop, sku: string) =>
  queryOptions({ queryKey: ['stock', sku], queryFn: ({ signal }) => shop.getStock(sku, signal), staleTime: 0 });

/** The query key contains the shopper, so that no shopper sees cached orders of another. */
export const ordersQuery = (shop: Shop, email: string) =>
  infiniteQueryOptions({
    queryKey: ['orders', email],
    queryFn: ({ pageParam, signal }) => shop.listOrders(pageParam, signal),
    initialPageParam: firstPage,
    getNextPageParam: ({ cursor }) => cursor,
    staleTime: 0,
  });

/** Polls as the API requests, until the order has a final status. */
export const orderQuery = (shop: Shop, email: string, orderId: string) =>
  queryOptions({
    queryKey: ['order', email, orderId],
    queryFn: ({ signal }) => shop.readOrder(orderId, signal),
    refetchInterval: ({ state }) => state.data?.lookAgainIn ?? false,
    staleTime: 0,
  });

export const flightsQuery = (shop: Shop, request: { from: City; to: City; date: string }) =>
  queryOptions({
    queryKey: ['flights', request],
    queryFn: ({ signal }) => shop.trips.listFlights(request, signal),
    retry: false,
  });

export const destinationsQuery = (shop: Shop, from: City) =>
  queryOptions({
    queryKey: ['destinations', from],
    queryFn: ({ signal }) => shop.trips.listDestinations(from, signal),
    retry: false,
  });

export const hotelsQuery = (shop: Shop, request: { city: City; checkIn: string; checkOut: string }) =>
  queryOptions({
    queryKey: ['hotels', request],
    queryFn: ({ signal }) => shop.trips.listHotels(request, signal),
    retry: false,
  });

export const tripsQuery = (shop: Shop, email: string) =>
  infiniteQueryOptions({
    queryKey: ['trips', email],
    queryFn: ({ pageParam, signal }) => shop.trips.listTrips(pageParam, signal),
    initialPageParam: firstPage,
    getNextPageParam: ({ cursor }) => cursor,
    staleTime: 0,
  });

/** Polls as the API requests, until the trip is confirmed or cancelled. */
export const tripQuery = (shop: Shop, email: string, bookingId: string) =>
  queryOptions({
    queryKey: ['trip', email, bookingId],
    queryFn: ({ signal }) => shop.trips.readTrip(bookingId, signal),
    refetchInterval: ({ state }) => state.data?.lookAgainIn ?? false,
    staleTime: 0,
  });

export const ledgerQuery = (shop: Shop, email: string) =>
  queryOptions({
    queryKey: ['ledger', email],
    queryFn: ({ signal }) => shop.ledger.overview(signal),
    staleTime: 0,
  });

export const entriesQuery = (shop: Shop, email: string, accountId: string) =>
  infiniteQueryOptions({
    queryKey: ['entries', email, accountId],
    queryFn: ({ pageParam, signal }) => shop.ledger.listEntries(accountId, pageParam, signal),
    initialPageParam: firstPage,
    getNextPageParam: ({ cursor }) => cursor,
    staleTime: 0,
  });

export const eventsQuery = (shop: Shop, email: string, journalId: string) =>
  infiniteQueryOptions({
    queryKey: ['journal', email, journalId],
    queryFn: ({ pageParam, signal }) => shop.ledger.listEvents(journalId, pageParam, signal),
    initialPageParam: firstPage,
    getNextPageParam: ({ cursor }) => cursor,
    staleTime: 0,
  });
