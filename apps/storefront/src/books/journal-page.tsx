import { Button } from '@waypost/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { JournalEvent } from '../api/books.ts';
import { eventsQuery } from '../api/queries.ts';
import { FailedPage, Loading, SignedOut, Skeleton } from '../layout/states.tsx';
import { Tall } from '../layout/tall.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useSession, useShop } from '../shop-context.tsx';
import { formatTime } from '../times.ts';
import { formatSigned } from './amounts.ts';
import { Table } from './table.tsx';

const route = getRouteApi('/books/journals/$journalId');

/** The events of a journal, each with the state after it. */
export function JournalPage() {
  const session = useSession();
  const { journalId } = route.useParams();
  usePageTitle(journalId);
  if (!session) return <SignedOut purpose="The books are shown to operators." />;
  return (
    <Tall>
      <p className="mb-2">
        <Link to="/books" className="font-semibold text-spruce underline">
          The books
        </Link>
      </p>
      <h1 className="mb-6 text-3xl font-extrabold [overflow-wrap:anywhere]">Journal {journalId}</h1>
      <Events email={session.email} journalId={journalId} />
    </Tall>
  );
}

function Events({ email, journalId }: { email: string; journalId: string }) {
  const { shop } = useShop();
  const events = useInfiniteQuery(eventsQuery(shop, email, journalId));
  if (events.isError)
    return <FailedPage error={events.error} missing="This journal" retry={() => void events.refetch()} />;
  if (!events.data)
    return (
      <Loading what="events">
        <Skeleton className="h-96" />
      </Loading>
    );
  const items = events.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Table
        label="Events"
        head={['Version', 'When', 'What', 'For', 'Lines', 'State after it']}
        rows={items.map(rowOf)}
        empty="Nothing was posted to it yet."
      />
      {events.hasNextPage && (
        <p className="mt-8 text-center">
          <Button look="quiet" busy={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
            Show later events
          </Button>
        </p>
      )}
    </>
  );
}

const rowOf = ({ version, at, kind, about, lines, balances }: JournalEvent) => [
  String(version),
  formatTime(at),
  kind,
  <span key="about" className="font-mono text-sm">
    {about}
  </span>,
  <Sums key="lines" sums={lines.map(({ account, side, amount }) => [account, side === 'debit' ? amount : -amount])} />,
  <Sums key="balances" sums={Object.entries(balances)} />,
];

/** Amounts by account: debits above 0, credits below. */
function Sums({ sums }: { sums: readonly (readonly [account: string, amount: number])[] }) {
  return (
    <ul className="text-sm">
      {sums.map(([account, amount]) => (
        <li key={account} className="flex justify-between gap-4">
          <span className="text-soft">{account}</span> {formatSigned(amount, 'EUR')}
        </li>
      ))}
    </ul>
  );
}
