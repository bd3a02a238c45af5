import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { CartLink } from '../cart/cart-link.tsx';
import { useSession, useShop } from '../shop-context.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** Layout of every page. After a navigation, the focus moves to the content, as on a page load. */
export function Frame() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);

  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="absolute left-4 top-2 z-10 -translate-y-20 rounded-full bg-ink px-4 py-2 text-paper focus:translate-y-0"
      >
        Skip to content
      </a>
      <Header />
      <main
        id="main"
        ref={main}
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl grow px-4 py-6 outline-none sm:px-6 sm:py-8"
      >
        <Outlet />
      </main>
      <Footer />
    </div>
  );
}

const navLink =
  'flex min-h-11 items-center border-b-3 border-transparent font-semibold sm:px-1 hover:border-line aria-[current=page]:border-blaze';

function Header() {
  return (
    <header className="border-b border-line bg-card">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-3 px-4 py-2 sm:gap-x-7 sm:px-6">
        <Link
          to="/"
          className="mr-auto flex min-h-11 items-center gap-2.5 font-display text-xl font-extrabold tracking-tight"
        >
          <img src="/icon.svg" alt="" width={30} height={30} />
          Waypost
        </Link>
        <ThemeSwitch />
        <nav aria-label="Main" className="flex gap-3.5 text-[0.9375rem] sm:gap-6 sm:text-base">
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }} className={navLink}>
            Shop
          </Link>
          <Link to="/trips" activeOptions={{ includeSearch: false }} className={navLink}>
            Trips
          </Link>
          <Link to="/orders" className={navLink}>
            Orders
          </Link>
          <CartLink className={navLink} />
          <SessionLink />
        </nav>
      </div>
    </header>
  );
}

function SessionLink() {
  const { sessions } = useShop();
  const session = useSession();
  const { href, pathname } = useLocation();
  if (!session) {
    return (
      <Link to="/sign-in" search={pathname.startsWith('/sign-') ? {} : { then: href }} className={navLink}>
        Sign in
      </Link>
    );
  }
  return (
    <button
      type="button"
      className={navLink}
      onClick={() => sessions.signOut()}
      title={`Signed in as ${session.email}`}
    >
      Sign out
    </button>
  );
}

function Footer() {
  const session = useSession();
  return (
    <footer className="mt-8 border-t border-line bg-sunk">
      <div className="mx-auto flex max-w-6xl flex-wrap justify-between gap-x-8 gap-y-2 px-4 py-6 text-sm text-soft sm:px-6">
        <p>Waypost, outfitters. A shop to learn from: nothing is charged, and nothing is shipped.</p>
        {session && <p>Signed in as {session.email}</p>}
        {session && (
          <Link to="/ledger" className="underline">
            Ledger (operators)
          </Link>
        )}
      </div>
    </footer>
  );
}
