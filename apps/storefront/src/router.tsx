import {
  createRootRoute,
  createRoute,
  createRouter,
  parseSearchWith,
  stringifySearchWith,
} from '@tanstack/react-router';
import type { ProductFilter } from './api/shop.ts';
import { CartPage } from './cart/cart-page.tsx';
import { asCategory } from './catalogue/departments.ts';
import { asSeason } from './catalogue/seasons.ts';
import { ProductListPage } from './catalogue/product-list-page.tsx';
import { ProductPage } from './catalogue/product-page.tsx';
import { CheckoutPage } from './checkout/checkout-page.tsx';
import { SignInPage } from './identity/sign-in-page.tsx';
import { SignUpPage } from './identity/sign-up-page.tsx';
import { Frame } from './layout/frame.tsx';
import { NotFound } from './layout/states.tsx';
import { OrderPage } from './orders/order-page.tsx';
import { OrdersPage } from './orders/orders-page.tsx';
import { AccountPage } from './ledger/account-page.tsx';
import { LedgerPage } from './ledger/ledger-page.tsx';
import { JournalPage } from './ledger/journal-page.tsx';
import { TripPage } from './trips/trip-page.tsx';
import { tripSearchIn } from './trips/trip-search.ts';
import { TripSearchPage } from './trips/trip-search-page.tsx';
import { TripsPage } from './trips/trips-page.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: () => <NotFound /> });
const getParentRoute = () => root;

/** A search parameter as text: the router parses numbers and booleans. */
function text(value: unknown): string | undefined {
  const typed = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return typeof typed === 'string' && typed !== '' ? typed : undefined;
}

/** An amount in minor units. */
function asPrice(value: unknown): number | undefined {
  const amount = Number(text(value));
  return Number.isSafeInteger(amount) && amount > 0 ? amount : undefined;
}

/** Accepts paths of the shop only. A foreign address after sign-in would be an open redirect. */
function ownAddress(value: unknown): string | undefined {
  const address = text(value);
  return address && /^\/(?![/\\])/.test(address) ? address : undefined;
}

// A route has to name the parameters that it doesn't take as `undefined`: the router otherwise passes on those in the
// address.
const products = createRoute({
  getParentRoute,
  path: '/',
  component: ProductListPage,
  validateSearch: (search): ProductFilter => ({
    query: text(search['query']),
    category: asCategory(search['category']),
    season: asSeason(search['season']),
    maxPrice: asPrice(search['maxPrice']),
    available: text(search['available']) === 'true' ? 'true' : undefined,
  }),
});

const product = createRoute({ getParentRoute, path: '/products/$sku', component: ProductPage });

const cart = createRoute({ getParentRoute, path: '/cart', component: CartPage });

const checkout = createRoute({
  getParentRoute,
  path: '/checkout',
  component: CheckoutPage,
  validateSearch: (search): { sku?: string | undefined; quantity?: number | undefined } => {
    const quantity = Math.trunc(Number(search['quantity']));
    const sku = text(search['sku']);
    return sku === undefined ? {} : { sku, quantity: quantity >= 1 && quantity <= 99 ? quantity : 1 };
  },
});

/** Page that the shopper requested before signing in. */
const leadsOn = (search: Readonly<Record<string, unknown>>): { then?: string | undefined } => ({
  then: ownAddress(search['then']),
});

const signIn = createRoute({ getParentRoute, path: '/sign-in', component: SignInPage, validateSearch: leadsOn });
const signUp = createRoute({ getParentRoute, path: '/sign-up', component: SignUpPage, validateSearch: leadsOn });

const orders = createRoute({ getParentRoute, path: '/orders', component: OrdersPage });
const order = createRoute({ getParentRoute, path: '/orders/$orderId', component: OrderPage });

const trips = createRoute({ getParentRoute, path: '/trips', component: TripSearchPage, validateSearch: tripSearchIn });
const booked = createRoute({ getParentRoute, path: '/trips/booked', component: TripsPage });
const trip = createRoute({ getParentRoute, path: '/trips/$bookingId', component: TripPage });

const ledger = createRoute({ getParentRoute, path: '/ledger', component: LedgerPage });
const account = createRoute({ getParentRoute, path: '/ledger/accounts/$accountId', component: AccountPage });
const journal = createRoute({ getParentRoute, path: '/ledger/journals/$journalId', component: JournalPage });

export const router = createRouter({
  routeTree: root.addChildren([
    products,
    product,
    cart,
    checkout,
    signIn,
    signUp,
    orders,
    order,
    trips,
    booked,
    trip,
    ledger,
    account,
    journal,
  ]),
  // Search parameters stay text: "007" stays "007".
  parseSearch: parseSearchWith((value) => value),
  stringifySearch: stringifySearchWith(String),
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
