import { Button, Field, Notice } from '@waypost/ui';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useShop } from '../shop-context.tsx';
import { confirmSignUp, resendConfirmationCode } from './cognito.ts';
import { SignInProblem } from './sign-in-error.tsx';

/** Takes the code that was sent to the address of a new account, signs in, and continues. */
export function ConfirmAccount({ email, password, then }: { email: string; password: string; then: string }) {
  const { config, sessions } = useShop();
  const router = useRouter();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: async () => {
      await confirmSignUp(config.identity, email, code.trim());
      await sessions.signIn(email, password);
    },
    onSuccess: () => router.history.replace(then),
  });
  const resend = useMutation({ mutationFn: () => resendConfirmationCode(config.identity, email) });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <p>
        We sent a code to <strong className="[overflow-wrap:anywhere]">{email}</strong>. It shows that the address is
        yours.
      </p>
      {config.identity.sampleCode && (
        <Notice title={`On this stage the code is ${config.identity.sampleCode}`}>
          This stage sends no mail, so you can use any address.
        </Notice>
      )}
      {confirm.isError && <SignInProblem error={confirm.error} doing="Confirmation" />}
      {resend.isError && <SignInProblem error={resend.error} doing="Sending codes" />}
      {resend.isSuccess && <Notice title="We sent another code. The earlier one is no longer valid." />}
      <Field
        label="Code"
        required
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={confirm.isPending}>
          {confirm.isPending ? 'Confirming …' : 'Confirm and sign in'}
        </Button>
        <Button look="quiet" busy={resend.isPending} onClick={() => resend.mutate()}>
          Send another code
        </Button>
      </div>
    </form>
  );
}
