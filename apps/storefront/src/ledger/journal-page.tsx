import { Button } from '@waypost/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { JournalEvent } from '../api/ledger.ts';
import { eventsQuery } from '../api/queries.ts';
import { FailedPage, Loading, SignedOut, Skeleton } from '../layout/states.tsx';
import { FullHeight } from '../layout/full-height.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useSession, useShop } from '../shop-context.tsx';
import { formatTime } from '../times.ts';
import { formatSigned } from './amounts.ts';
import { Table } from './table.tsx';

const route = getRouteApi('/ledger/journals/$journalId');

/** Events of a journal, each with the resulting state. */
export function JournalPage() {
  const session = useSession();
  const { journalId } = route.useParams();
  usePageTitle(journalId);
  if (!session) return <SignedOut purpose="The ledger is for operators only." />;
  return (
    <FullHeight>
      <p className="mb-2">
        <Link to="/ledger" className="font-semibold text-spruce underline">
          The ledger
        </Link>
      </p>
      <h1 className="mb-6 text-3xl font-extrabold [overflow-wrap:anywhere]">Journal {journalId}</h1>
      <Events email={session.email} journalId={journalId} />
    </FullHeight>
  );
}

function Events({ email, journalId }: { email: string; journalId: string }) {
  const { shop } = useShop();
  const events = useInfiniteQuery(eventsQuery(shop, email, journalId));
  if (events.isError) return <FailedPage error={events.error} missing="Journal" retry={() => void events.refetch()} />;
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
        head={['Version', 'Time', 'Event', 'Reason', 'Lines', 'Resulting state']}
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

/** Amounts by account: positive debits, negative credits. */
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
