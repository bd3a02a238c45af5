import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import { statusOf } from './problem.ts';
import type { ProductFilter, Shop } from './shop.ts';
import type { City } from './trips.ts';

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // A refusal stays one however often it is asked for; a failure may pass.
        retry: (failures, error) => failures < 2 && (statusOf(error) ?? 500) >= 500,
        retryDelay: (attempt) => 400 * 2 ** attempt,
        staleTime: 10_000,
        // Whoever is offline is told so, and not left waiting.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });

/** The API takes no cursor for the first page, and the client sends no empty ones. */
const firstPage = '';

export const productsQuery = (shop: Shop, filter: ProductFilter) =>
  infiniteQueryOptions({
    queryKey: ['products', filter],
    queryFn: ({ pageParam, signal }) => shop.listProducts({ ...filter, cursor: pageParam }, signal),
    initialPageParam: firstPage,
    getNextPageParam: ({ cursor }) => cursor,
    // While somebody types, the last list stays until the next one is here.
    placeholderData: keepPreviousData,
  });

export const productQuery = (shop: Shop, sku: string) =>
  queryOptions({ queryKey: ['product', sku], queryFn: ({ signal }) => shop.getProduct(sku, signal) });

export const stockQuery = (shop: Shop, sku: string) =>
  queryOptions({ queryKey: ['stock', sku], queryFn: ({ signal }) => shop.getStock(sku, signal), staleTime: 0 });

/** Orders are somebody's: the key carries whose, so that nobody sees what was read for another. */
export const ordersQuery = (shop: Shop, email: string) =>
  infiniteQueryOptions({
    queryKey: ['orders', email],
    queryFn: ({ pageParam, signal }) => shop.listOrders(pageParam, signal),
    initialPageParam: firstPage,
    getNextPageParam: ({ cursor }) => cursor,
    staleTime: 0,
  });

/** Looks again when the API says so, until the order has come to rest. */
export const orderQuery = (shop: Shop, email: string, orderId: string) =>
  queryOptions({
    queryKey: ['order', email, orderId],
    queryFn: ({ signal }) => shop.readOrder(orderId, signal),
    refetchInterval: ({ state }) => state.data?.lookAgainIn ?? false,
    staleTime: 0,
  });

export const flightsQuery = (shop: Shop, asked: { from: City; to: City; date: string }) =>
  queryOptions({
    queryKey: ['flights', asked],
    queryFn: ({ signal }) => shop.trips.listFlights(asked, signal),
    retry: false,
  });

export const destinationsQuery = (shop: Shop, from: City) =>
  queryOptions({
    queryKey: ['destinations', from],
    queryFn: ({ signal }) => shop.trips.listDestinations(from, signal),
    retry: false,
  });

export const hotelsQuery = (shop: Shop, asked: { city: City; checkIn: string; checkOut: string }) =>
  queryOptions({
    queryKey: ['hotels', asked],
    queryFn: ({ signal }) => shop.trips.listHotels(asked, signal),
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

/** Looks again when the API says so, until the trip is decided. */
export const tripQuery = (shop: Shop, email: string, bookingId: string) =>
  queryOptions({
    queryKey: ['trip', email, bookingId],
    queryFn: ({ signal }) => shop.trips.readTrip(bookingId, signal),
    refetchInterval: ({ state }) => state.data?.lookAgainIn ?? false,
    staleTime: 0,
  });

export const booksQuery = (shop: Shop, email: string) =>
  queryOptions({
    queryKey: ['books', email],
    queryFn: ({ signal }) => shop.books.overview(signal),
    staleTime: 0,
  });

export const entriesQuery = (shop: Shop, email: string, accountId: string) =>
  infiniteQueryOptions({
    queryKey: ['entries', email, accountId],
    queryFn: ({ pageParam, signal }) => shop.books.listEntries(accountId, pageParam, signal),
    initialPageParam: firstPage,
    getNextPageParam: ({ cursor }) => cursor,
    staleTime: 0,
  });

export const eventsQuery = (shop: Shop, email: string, journalId: string) =>
  infiniteQueryOptions({
    queryKey: ['journal', email, journalId],
    queryFn: ({ pageParam, signal }) => shop.books.listEvents(journalId, pageParam, signal),
    initialPageParam: firstPage,
    getNextPageParam: ({ cursor }) => cursor,
    staleTime: 0,
  });
