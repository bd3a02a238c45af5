import { Notice } from '@waypost/ui';
import { SignInRefused } from './cognito.ts';

/** Why Cognito would not, or that it can't be asked right now. */
export function Refusal({ error, doing }: { error: Error; doing: string }) {
  if (error instanceof SignInRefused) return <Notice tone="problem" title={error.message} />;
  return (
    <Notice tone="problem" title={`${doing} doesn’t work right now`}>
      <p>{error.message}</p>
    </Notice>
  );
}
