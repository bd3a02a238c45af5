import { Button, buttonClass, Notice } from '@waypost/ui';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ApiProblem, statusOf } from '../api/problem.ts';
import { usePageTitle } from './use-page-title.ts';

/** Shows an error with its correlation id. */
export function ProblemNotice({ error, title, retry }: { error: unknown; title?: string; retry?: () => void }) {
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  return (
    <Notice tone="problem" title={title ?? problem?.title ?? 'The shop could not be reached'}>
      <p>
        {problem
          ? (problem.detail ?? (title ? problem.title : undefined))
          : 'Check your connection and try again. Nothing was lost.'}
      </p>
      {problem && adviceOn(problem.status) && <p>{adviceOn(problem.status)}</p>}
      {problem && (
        <p className="text-sm text-soft">
          If you ask us about it, name <code className="font-mono text-ink">{problem.correlationId}</code>
        </p>
      )}
      {retry && (
        <Button look="quiet" onClick={retry}>
          Try again
        </Button>
      )}
    </Notice>
  );
}

/** Advice for an error that the shopper did not cause. */
function adviceOn(status: number): string | undefined {
  if (status === 429) return 'Wait a moment, then try again.';
  return status >= 500 ? 'It is our fault, not yours. Try again in a moment.' : undefined;
}

/** Error page of a failed load. Distinguishes a resource that does not exist. */
export function FailedPage({ error, missing, retry }: { error: unknown; missing: string; retry: () => void }) {
  if (statusOf(error) === 404 || statusOf(error) === 400) return <NotFound what={missing} />;
  return <ProblemNotice error={error} retry={retry} />;
}

/** Empty state with an illustration and a link. */
export function Nothing({
  title,
  as: Heading = 'h1',
  children,
}: {
  title: string;
  as?: 'h1' | 'h2' | 'h3';
  children: ReactNode;
}) {
  return (
    <div className="mx-auto max-w-md py-12 text-center">
      <img src="/cairn.svg" alt="" width={140} height={120} className="mx-auto mb-6" />
      <Heading className="text-2xl font-bold">{title}</Heading>
      <div className="mt-3 space-y-5 text-soft">{children}</div>
    </div>
  );
}

export function NotFound({ what = 'Page' }: { what?: string }) {
  usePageTitle('Not found');
  return (
    <Nothing title={`${what} not found`}>
      <p>The page may have moved, or the address is mistyped.</p>
      <Link to="/" className={buttonClass()}>
        Back to the shop
      </Link>
    </Nothing>
  );
}

/** Shown on a page that requires sign-in. After signing in, the shopper returns to the page. */
export function SignedOut({ purpose }: { purpose: string }) {
  usePageTitle('Sign in required');
  const { href } = useLocation();
  return (
    <Nothing title="Sign in required">
      <p>{purpose}</p>
      <Link to="/sign-in" search={{ then: href }} className={buttonClass()}>
        Sign in
      </Link>
    </Nothing>
  );
}

/** Placeholder for loading content. */
export function Skeleton({ className }: { className: string }) {
  return <div className={`animate-pulse rounded-lg bg-sunk motion-reduce:animate-none ${className}`} />;
}

/** Announces to screen readers that content is loading. */
export function Loading({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div role="status" aria-label={`Loading ${what}`}>
      {children}
    </div>
  );
}
