import { Button, buttonClass } from '@waypost/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OrderSummary } from '../api/shop.ts';
import { ordersQuery } from '../api/queries.ts';
import { Loading, Nothing, ProblemNotice, SignedOut, Skeleton } from '../layout/states.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { formatMoney } from '../money.ts';
import { useSession, useShop } from '../shop-context.tsx';
import { formatTime } from '../times.ts';
import { FullHeight } from '../layout/full-height.tsx';
import { StatusBadge } from './status-badge.tsx';

export function OrdersPage() {
  const session = useSession();
  usePageTitle('Your orders');
  if (!session) return <SignedOut purpose="Sign in to see your orders." />;
  return (
    <FullHeight>
      <Orders email={session.email} />
    </FullHeight>
  );
}

function Orders({ email }: { email: string }) {
  const { shop } = useShop();
  const orders = useInfiniteQuery(ordersQuery(shop, email));
  const items = orders.data?.pages.flatMap((page) => page.items) ?? [];
  if (orders.isSuccess && items.length === 0) return <NoOrders />;
  return (
    <>
      <h1 className="mb-6 text-3xl font-extrabold">Your orders</h1>
      {orders.isPending && (
        <Loading what="your orders">
          <div className="space-y-3">
            <Skeleton className="h-24" />
            <Skeleton className="h-24" />
            <Skeleton className="h-24" />
          </div>
        </Loading>
      )}
      {orders.isError && <ProblemNotice error={orders.error} retry={() => void orders.refetch()} />}
      <ul aria-label="Orders" className="space-y-3">
        {items.map((order) => (
          <li key={order.orderId}>
            <OrderRow order={order} />
          </li>
        ))}
      </ul>
      {orders.hasNextPage && (
        <p className="mt-8 text-center">
          <Button look="quiet" busy={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
            Show earlier orders
          </Button>
        </p>
      )}
    </>
  );
}

function OrderRow({ order }: { order: OrderSummary }) {
  const shown = order.lines.slice(0, 3);
  const others = order.lines.length - shown.length;
  return (
    <Link
      to="/orders/$orderId"
      params={{ orderId: order.orderId }}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-xl border border-line bg-card p-4 transition-shadow hover:shadow-md"
    >
      <span className="min-w-0 grow basis-64">
        <span className="block font-semibold [overflow-wrap:anywhere]">
          {shown.map(({ quantity, name }) => `${quantity} × ${name}`).join(', ')}
          {others > 0 && ` and ${others} more`}
        </span>
        <span className="block text-sm text-soft">{formatTime(order.placedAt)}</span>
      </span>
      <span className="font-display font-bold">{formatMoney(order.total)}</span>
      <StatusBadge status={order.status} />
    </Link>
  );
}

function NoOrders() {
  return (
    <Nothing title="No orders yet">
      <p>Your orders and their progress appear here.</p>
      <Link to="/" className={buttonClass()}>
        Go to shop
      </Link>
    </Nothing>
  );
}
