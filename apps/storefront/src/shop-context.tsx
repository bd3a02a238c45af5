import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Shop } from './api/shop.ts';
import type { Carts } from './cart/carts.ts';
import type { Config } from './config.ts';
import type { ReturnDrafts } from './orders/return-drafts.ts';
import type { Session, SessionStore } from './identity/session.ts';
import type { Themes } from './layout/themes.ts';

export interface ShopContext {
  readonly config: Config;
  readonly shop: Shop;
  readonly carts: Carts;
  readonly sessions: SessionStore;
  readonly themes: Themes;
  readonly returnDrafts: ReturnDrafts;
}

const Context = createContext<ShopContext | undefined>(undefined);

export const ShopProvider = Context.Provider;

/** Context of all pages: the API, the session, and the configuration of the stage. */
export function useShop(): ShopContext {
  const context = useContext(Context);
  if (!context) throw new Error('useShop outside of ShopProvider');
  return context;
}

export function useSession(): Session | undefined {
  const { sessions } = useShop();
  return useSyncExternalStore(sessions.subscribe, sessions.current);
}
