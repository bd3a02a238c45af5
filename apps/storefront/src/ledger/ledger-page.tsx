import { Notice } from '@waypost/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Account, Ledger, Difference } from '../api/ledger.ts';
import { ledgerQuery } from '../api/queries.ts';
import { Loading, ProblemNotice, SignedOut, Skeleton } from '../layout/states.tsx';
import { FullHeight } from '../layout/full-height.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useSession, useShop } from '../shop-context.tsx';
import { formatTime } from '../times.ts';
import { formatSigned } from './amounts.ts';
import { Table } from './table.tsx';

type Overview = Awaited<ReturnType<Ledger['overview']>>;

/** The shop's ledger, for operators. */
export function LedgerPage() {
  const session = useSession();
  usePageTitle('Ledger');
  if (!session) return <SignedOut purpose="The ledger is for operators only." />;
  return (
    <FullHeight>
      <h1 className="mb-6 text-3xl font-extrabold">Ledger</h1>
      <LedgerOf email={session.email} />
    </FullHeight>
  );
}

function LedgerOf({ email }: { email: string }) {
  const { shop } = useShop();
  const ledger = useQuery(ledgerQuery(shop, email));
  if (ledger.isError) return <ProblemNotice error={ledger.error} retry={() => void ledger.refetch()} />;
  if (!ledger.data)
    return (
      <Loading what="the ledger">
        <Skeleton className="h-96" />
      </Loading>
    );
  return (
    <div className="space-y-10">
      <TrialBalance currencies={ledger.data.currencies} />
      <Accounts accounts={ledger.data.accounts} />
      <Reconciliation reconciliation={ledger.data.reconciliation} />
      <Journals journals={ledger.data.journals} />
    </div>
  );
}

function TrialBalance({ currencies }: Pick<Overview, 'currencies'>) {
  return (
    <section>
      <h2 className="mb-3 text-xl font-bold">Trial balance</h2>
      <Table
        label="Trial balance"
        head={['Currency', 'Debits', 'Credits', 'Difference']}
        rows={currencies.map(({ currency, debits, credits, difference }) => [
          currency,
          ...[debits, credits, difference].map((amount) => formatSigned(amount, currency)),
        ])}
        empty="Nothing was posted yet."
      />
    </section>
  );
}

function Accounts({ accounts }: { accounts: readonly Account[] }) {
  return (
    <section>
      <h2 className="mb-3 text-xl font-bold">Accounts</h2>
      <Table
        label="Accounts"
        head={['Account', 'Kind', 'Debits', 'Credits', 'Balance']}
        rows={accounts.map(({ accountId, kind, currency, debits, credits, balance }) => [
          <Link
            key={accountId}
            to="/ledger/accounts/$accountId"
            params={{ accountId }}
            className="font-semibold text-spruce underline"
          >
            {accountId}
          </Link>,
          kind,
          ...[debits, credits, balance].map((amount) => formatSigned(amount, currency)),
        ])}
        empty="Nothing was posted yet."
      />
    </section>
  );
}

function Reconciliation({ reconciliation: { checkedAt, open, differences } }: Pick<Overview, 'reconciliation'>) {
  return (
    <section className="space-y-3">
      <h2 className="text-xl font-bold">Reconciliation with the payment provider</h2>
      <p className="text-soft">
        {checkedAt ? `Last on ${formatTime(checkedAt)}. ` : 'Not yet. '}
        {open === 0 ? 'Nothing changed since.' : `${open} payments changed since.`}
      </p>
      {differences.length === 0 ? (
        <Notice title="Reconciled: all payments agree with the provider" />
      ) : (
        <Table
          label="Differences"
          head={['Payment', 'For', 'Ledger', 'Provider', 'Since']}
          rows={differences.map(differenceRow)}
          empty=""
        />
      )}
    </section>
  );
}

const differenceRow = ({ paymentIntentId, about, booked, provided, currency, since }: Difference) => [
  paymentIntentId,
  about ?? 'unknown',
  formatSigned(booked, currency),
  formatSigned(provided, currency),
  formatTime(since),
];

function Journals({ journals }: Pick<Overview, 'journals'>) {
  return (
    <section>
      <h2 className="mb-3 text-xl font-bold">Journals</h2>
      <Table
        label="Journals"
        head={['Journal', 'Events']}
        rows={journals.map(({ journalId, version }) => [
          <Link
            key={journalId}
            to="/ledger/journals/$journalId"
            params={{ journalId }}
            className="font-semibold text-spruce underline"
          >
            {journalId}
          </Link>,
          String(version),
        ])}
        empty="There are none."
      />
    </section>
  );
}
