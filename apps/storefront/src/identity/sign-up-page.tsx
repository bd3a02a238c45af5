import { Button, Field } from '@waypost/ui';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useShop } from '../shop-context.tsx';
import { signUp } from './cognito.ts';
import { ConfirmAccount } from './confirm-account.tsx';
import { passwordFaults } from './password-faults.ts';
import { SignInProblem } from './sign-in-error.tsx';

const route = getRouteApi('/sign-up');

/**
 * Creates an account with an address and a password, then asks for the code that was sent to the address. The guest's
 * cart is kept.
 */
export function SignUpPage() {
  const { sessions, config } = useShop();
  const { then = '/' } = route.useSearch();
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [faults, setFaults] = useState<string>();
  const make = useMutation({
    mutationFn: async () => {
      const made = await signUp(config.identity, { email, password });
      if (made === 'confirmed') await sessions.signIn(email, password);
      return made;
    },
    onSuccess: (made) => {
      if (made === 'confirmed') router.history.replace(then);
    },
  });
  usePageTitle('Create account');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = passwordFaults(password);
    setFaults(missing);
    if (!missing) make.mutate();
  };
  return (
    <div className="mx-auto max-w-md">
      <h1 className="mb-6 text-3xl font-extrabold">Create account</h1>
      {make.data === 'code_sent' ? (
        <ConfirmAccount email={email} password={password} then={then} />
      ) : (
        <form onSubmit={submit} className="space-y-4">
          {make.isError && <SignInProblem error={make.error} doing="Sign-up" />}
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
            autoComplete="new-password"
            hint="At least 12 characters, with small and capital letters, a digit and a sign."
            error={faults}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="submit" busy={make.isPending} className="w-full">
            {make.isPending ? 'Creating account …' : 'Create account'}
          </Button>
          <p className="text-soft">
            You have one?{' '}
            <Link to="/sign-in" search={{ then }} className="font-semibold text-spruce underline">
              Sign in
            </Link>
          </p>
        </form>
      )}
    </div>
  );
}
