import { Button, buttonClass, Notice } from '@waypost/ui';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ApiProblem, statusOf } from '../api/problem.ts';
import { usePageTitle } from './use-page-title.ts';

/** What went wrong, with the number that lets the shop find it. */
export function ProblemNotice({ error, title, retry }: { error: unknown; title?: string; retry?: () => void }) {
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  return (
    <Notice tone="problem" title={title ?? problem?.title ?? 'The shop could not be reached'}>
      <p>
        {problem
          ? (problem.detail ?? (title ? problem.title : undefined))
          : 'Check the connection and try again. Nothing was lost.'}
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

/** What to do about a problem that is none of the visitor's making. */
function adviceOn(status: number): string | undefined {
  if (status === 429) return 'Wait a moment, then try again.';
  return status >= 500 ? 'It is our fault, not yours. Try again in a moment.' : undefined;
}

/** A page that failed to load: told apart by whether the thing exists. */
export function FailedPage({ error, missing, retry }: { error: unknown; missing: string; retry: () => void }) {
  if (statusOf(error) === 404 || statusOf(error) === 400) return <NotFound what={missing} />;
  return <ProblemNotice error={error} retry={retry} />;
}

/** A quiet page with a cairn on it: nothing here, and where to go on. */
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

export function NotFound({ what = 'This page' }: { what?: string }) {
  usePageTitle('Not found');
  return (
    <Nothing title={`${what} is not on our map`}>
      <p>The path may have moved, or the address has a slip in it.</p>
      <Link to="/" className={buttonClass()}>
        Back to the shop
      </Link>
    </Nothing>
  );
}

/** Shown where a page belongs to somebody; signing in leads back to it. */
export function SignedOut({ purpose }: { purpose: string }) {
  usePageTitle('Sign in first');
  const { href } = useLocation();
  return (
    <Nothing title="Sign in first">
      <p>{purpose}</p>
      <Link to="/sign-in" search={{ then: href }} className={buttonClass()}>
        Sign in
      </Link>
    </Nothing>
  );
}

/** A grey stand-in for what is being loaded. */
export function Skeleton({ className }: { className: string }) {
  return <div className={`animate-pulse rounded-lg bg-sunk motion-reduce:animate-none ${className}`} />;
}

/** Tells a screen reader what the skeletons tell the eye. */
export function Loading({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div role="status" aria-label={`Loading ${what}`}>
      {children}
    </div>
  );
}
