import { describe, expect, it } from 'vitest';
import { SignInError } from './cognito.ts';
import { createSessionStore } from './session.ts';

/** Cognito, the tab's storage, and a clock. */
const tab = ({ refuse = false } = {}) => {
  const stored = new Map<string, string>();
  const flows: string[] = [];
  const world = { now: 0, refuse, stored, flows };
  const open = () =>
    createSessionStore({
      endpoint: '/cognito',
      clientId: 'c',
      now: () => world.now,
      storage: {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => void stored.set(key, value),
        removeItem: (key) => void stored.delete(key),
      },
      fetch: async (_url, init) => {
        const { AuthFlow }: { AuthFlow: string } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
        flows.push(AuthFlow);
        if (world.refuse) return new Response(JSON.stringify({ __type: 'NotAuthorizedException' }), { status: 400 });
        const refresh = AuthFlow === 'USER_PASSWORD_AUTH' ? { RefreshToken: 'r' } : {};
        return new Response(
          JSON.stringify({ AuthenticationResult: { IdToken: `token-${flows.length}`, ExpiresIn: 3600, ...refresh } }),
        );
      },
    });
  return { world, open };
};

describe('a tab with a signed-in shopper', () => {
  it('stays signed in after a reload, until the shopper signs out', async () => {
    const { open } = tab();
    await open().signIn('a@example.com', 'p');
    const reloaded = open();
    expect(reloaded.current()?.email).toBe('a@example.com');
    reloaded.signOut();
    expect(open().current()).toBeUndefined();
  });

  it('renews the token once before it expires, for concurrent callers too', async () => {
    const { world, open } = tab();
    const sessions = open();
    await sessions.signIn('a@example.com', 'p');
    expect(await sessions.idToken()).toBe('token-1');
    world.now = 3_590_000;
    expect(await Promise.all([sessions.idToken(), sessions.idToken()])).toEqual(['token-2', 'token-2']);
    expect(world.flows).toEqual(['USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH']);
    world.now = 7_190_000;
    expect(await sessions.idToken()).toBe('token-3');
  });

  it("is signed out when the token can't be renewed", async () => {
    const { world, open } = tab();
    const sessions = open();
    await sessions.signIn('a@example.com', 'p');
    let told = 0;
    sessions.subscribe(() => (told += 1));
    world.now = 3_600_000;
    world.refuse = true;
    expect(await sessions.idToken()).toBeUndefined();
    expect(sessions.current()).toBeUndefined();
    expect(told).toBe(1);
  });
});

describe('a tab without a session', () => {
  it('reports a wrong password', async () => {
    const { open } = tab({ refuse: true });
    await expect(open().signIn('a@example.com', 'p')).rejects.toBeInstanceOf(SignInError);
  });

  it('ignores invalid content of its storage', () => {
    const { world, open } = tab();
    for (const nonsense of ['{', '{}', '42', 'null']) {
      world.stored.set('waypost.session', nonsense);
      expect(open().current()).toBeUndefined();
    }
  });
});
