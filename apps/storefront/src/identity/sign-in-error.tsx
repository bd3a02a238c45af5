import { Notice } from '@waypost/ui';
import { SignInError } from './cognito.ts';

/** Shows Cognito's rejection, or that Cognito is unavailable. */
export function SignInProblem({ error, doing }: { error: Error; doing: string }) {
  if (error instanceof SignInError) return <Notice tone="problem" title={error.message} />;
  return (
    <Notice tone="problem" title={`${doing} is unavailable`}>
      <p>{error.message}</p>
    </Notice>
  );
}
