import './app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from './api/client.ts';
import { createQueryClient } from './api/queries.ts';
import { createShop } from './api/shop.ts';
import type { Config } from './config.ts';
import { readConfig } from './config.ts';
import { createSessionStore } from './identity/session.ts';
import { createCartIds } from './cart/cart-ids.ts';
import { createCarts } from './cart/carts.ts';
import { createThemes } from './layout/themes.ts';
import { createReturnDrafts } from './orders/return-drafts.ts';
import { router } from './router.tsx';
import { ShopProvider } from './shop-context.tsx';

/** Resolves when the page is left. */
const pageLeft = () =>
  new Promise<void>((resolve) => {
    for (const event of ['beforeunload', 'pagehide']) addEventListener(event, () => resolve(), { once: true });
  });

/** Everything that lives as long as the page. */
function openShop(config: Config) {
  const sessions = createSessionStore({ ...config.identity, storage: sessionStorage, now: Date.now });
  const client = createClient({ apiUrl: config.apiUrl, idToken: sessions.idToken, onSignedOut: sessions.signOut });
  const returnDrafts = createReturnDrafts(sessionStorage);
  const shop = createShop(client);
  const carts = createCarts(shop, createCartIds({ shared: localStorage, tab: sessionStorage }), pageLeft);
  const themes = createThemes({
    storage: localStorage,
    root: document.documentElement,
    device: matchMedia('(prefers-color-scheme: dark)'),
    otherTabs: window,
  });
  return (
    <ShopProvider value={{ config, sessions, returnDrafts, shop, carts, themes }}>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ShopProvider>
  );
}

function Closed() {
  return (
    <main className="mx-auto max-w-md px-4 py-24 text-center">
      <h1 className="text-2xl font-bold">The shop is unavailable</h1>
      <p className="mt-3 text-soft">Its configuration could not be loaded. Reload the page to try again.</p>
    </main>
  );
}

const element = document.getElementById('app');
if (!element) throw new Error('the page has no #app');
const app = createRoot(element);
const config = await readConfig().catch(() => undefined);
app.render(<StrictMode>{config ? openShop(config) : <Closed />}</StrictMode>);
