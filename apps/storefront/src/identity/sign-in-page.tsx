import { Button, Field, Notice } from '@waypost/ui';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useSession, useShop } from '../shop-context.tsx';
import { SignInError } from './cognito.ts';
import { ConfirmAccount } from './confirm-account.tsx';
import { SignInProblem } from './sign-in-error.tsx';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { sessions, config } = useShop();
  const { then = '/' } = route.useSearch();
  const router = useRouter();
  const session = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => sessions.signIn(email, password),
    onSuccess: () => router.history.replace(then),
  });
  usePageTitle('Sign in');

  // The password is right, but the account was not confirmed yet.
  if (signIn.error instanceof SignInError && signIn.error.reason === 'UserNotConfirmedException') {
    return (
      <div className="mx-auto max-w-md">
        <h1 className="mb-6 text-3xl font-extrabold">Confirm your account</h1>
        <ConfirmAccount email={email} password={password} then={then} />
      </div>
    );
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <div className="mx-auto max-w-md">
      <h1 className="mb-6 text-3xl font-extrabold">Sign in</h1>
      {session && (
        <Notice title={`You are signed in as ${session.email}`}>
          Sign in with another account, or continue shopping.
        </Notice>
      )}
      <form onSubmit={submit} className="mt-4 space-y-4">
        {signIn.isError && <SignInProblem error={signIn.error} doing="Sign-in" />}
        <Field
          label="Email"
          type="email"
          required
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Field
          label="Password"
          type="password"
          required
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" busy={signIn.isPending} className="w-full">
          {signIn.isPending ? 'Signing in …' : 'Sign in'}
        </Button>
        <p className="text-soft">
          New here?{' '}
          <Link to="/sign-up" search={{ then }} className="font-semibold text-spruce underline">
            Create account
          </Link>
        </p>
      </form>
      {config.sampleUsers.length > 0 && (
        <section className="mt-8 rounded-2xl border border-line bg-card p-5">
          <h2 className="text-lg font-bold">Just trying it out?</h2>
          <p className="mt-1 text-soft">This stage has sample users. Choose one to fill in the form.</p>
          <ul className="mt-4 flex flex-wrap gap-3">
            {config.sampleUsers.map((user) => (
              <li key={user.email}>
                <Button
                  look="quiet"
                  onClick={() => {
                    setEmail(user.email);
                    setPassword(user.password);
                  }}
                >
                  {user.label}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
