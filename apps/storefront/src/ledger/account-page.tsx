import { Button, Field } from '@waypost/ui';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { entriesQuery } from '../api/queries.ts';
import { FailedPage, Loading, ProblemNotice, SignedOut, Skeleton } from '../layout/states.tsx';
import { FullHeight } from '../layout/full-height.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useSession, useShop } from '../shop-context.tsx';
import { formatTime } from '../times.ts';
import { formatSigned } from './amounts.ts';
import { saveText } from './save-text.ts';
import { Table } from './table.tsx';

const route = getRouteApi('/ledger/accounts/$accountId');

/** Entries of an account, and its statement for a month. */
export function AccountPage() {
  const session = useSession();
  const { accountId } = route.useParams();
  usePageTitle(accountId);
  if (!session) return <SignedOut purpose="The ledger is for operators only." />;
  return (
    <FullHeight>
      <p className="mb-2">
        <Link to="/ledger" className="font-semibold text-spruce underline">
          The ledger
        </Link>
      </p>
      <h1 className="mb-6 text-3xl font-extrabold [overflow-wrap:anywhere]">{accountId}</h1>
      <Statement accountId={accountId} />
      <Entries email={session.email} accountId={accountId} />
    </FullHeight>
  );
}

function Statement({ accountId }: { accountId: string }) {
  const { shop } = useShop();
  const [month, setMonth] = useState(() => new Date().toISOString().slice(0, 7));
  const take = useMutation({
    mutationFn: () => shop.ledger.statement(accountId, month),
    onSuccess: (csv) => saveText(`${accountId}-${month}.csv`, 'text/csv', csv),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        take.mutate();
      }}
      className="mb-8 flex flex-wrap items-end gap-4"
    >
      <Field
        label="Statement of"
        type="month"
        required
        value={month}
        onChange={(event) => setMonth(event.target.value)}
      />
      <Button type="submit" look="quiet" busy={take.isPending}>
        Save as CSV
      </Button>
      {take.isError && <ProblemNotice error={take.error} />}
    </form>
  );
}

function Entries({ email, accountId }: { email: string; accountId: string }) {
  const { shop } = useShop();
  const entries = useInfiniteQuery(entriesQuery(shop, email, accountId));
  if (entries.isError)
    return <FailedPage error={entries.error} missing="Account" retry={() => void entries.refetch()} />;
  if (!entries.data)
    return (
      <Loading what="entries">
        <Skeleton className="h-96" />
      </Loading>
    );
  const items = entries.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Table
        label="Entries"
        head={['When', 'Why', 'For', 'Debit', 'Credit']}
        rows={items.map(({ at, kind, about, side, amount, currency }) => [
          formatTime(at),
          kind,
          <span key={about} className="font-mono text-sm">
            {about}
          </span>,
          side === 'debit' ? formatSigned(amount, currency) : '',
          side === 'credit' ? formatSigned(amount, currency) : '',
        ])}
        empty="Nothing was posted to it yet."
      />
      {entries.hasNextPage && (
        <p className="mt-8 text-center">
          <Button look="quiet" busy={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
            Show earlier entries
          </Button>
        </p>
      )}
    </>
  );
}
