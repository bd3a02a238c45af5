import { initiateAuth, SignInError } from './cognito.ts';

/** The signed-in shopper, stored for the lifetime of the tab. */
export interface Session {
  readonly email: string;
  readonly idToken: string;
  readonly refreshToken: string | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface SessionStore {
  /** Current session; the same object until it changes. */
  readonly current: () => Session | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  readonly signIn: (email: string, password: string) => Promise<void>;
  readonly signOut: () => void;
  /** Returns a valid token, renewed if it expires soon; `undefined` without a session. */
  readonly idToken: () => Promise<string | undefined>;
}

const key = 'waypost.session';
const renewBefore = 60_000;

export function createSessionStore(options: {
  readonly endpoint: string;
  readonly clientId: string;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly now: () => number;
  readonly fetch?: typeof fetch;
}): SessionStore {
  const { storage, now } = options;
  const listeners = new Set<() => void>();
  let session = restore(storage.getItem(key));
  let renewal: Promise<void> | undefined;

  const become = (next: Session | undefined) => {
    session = next;
    if (next) storage.setItem(key, JSON.stringify(next));
    else storage.removeItem(key);
    for (const listener of listeners) listener();
  };

  const authenticate = async (email: string, flow: Parameters<typeof initiateAuth>[1], keepRefreshToken?: string) => {
    const tokens = await initiateAuth(options, flow);
    become({
      email,
      idToken: tokens.idToken,
      refreshToken: tokens.refreshToken ?? keepRefreshToken,
      expiresAt: now() + tokens.expiresIn * 1000,
    });
  };

  const renew = async ({ email, refreshToken }: Session) => {
    if (!refreshToken) return become(undefined);
    try {
      await authenticate(
        email,
        { AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: refreshToken } },
        refreshToken,
      );
    } catch (error) {
      if (error instanceof SignInError) become(undefined);
      else throw error;
    }
  };

  return {
    current: () => session,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signIn: (email, password) =>
      authenticate(email, { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: email, PASSWORD: password } }),
    signOut: () => become(undefined),
    async idToken() {
      if (session && session.expiresAt - renewBefore <= now()) {
        renewal ??= renew(session).finally(() => (renewal = undefined));
        await renewal;
      }
      return session?.idToken;
    },
  };
}

function restore(stored: string | null): Session | undefined {
  try {
    const session: Session | null = JSON.parse(stored ?? 'null');
    return typeof session?.idToken === 'string' ? session : undefined;
  } catch {
    return undefined;
  }
}
