import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { orderQuery } from '../api/queries.ts';
import { mayCancel, type Order, type OrderProgress } from '../api/shop.ts';
import { FailedPage, Loading, ProblemNotice, SignedOut, Skeleton } from '../layout/states.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { FullHeight } from '../layout/full-height.tsx';
import { useSession, useShop } from '../shop-context.tsx';
import { formatTime } from '../times.ts';
import { Reorder } from '../cart/reorder.tsx';
import { CancelOrder } from './cancel-order.tsx';
import { NextStep } from './next-step.tsx';
import { OrderLinesBox } from './order-lines-box.tsx';
import { stepsOf } from './order-steps.ts';
import { Parcels } from './parcels.tsx';
import { Returns } from './returns.tsx';
import { ReturnItems } from './return-items.tsx';
import { Trail } from '../layout/trail.tsx';
import { useCancellation } from './use-cancellation.ts';

const route = getRouteApi('/orders/$orderId');

export function OrderPage() {
  const session = useSession();
  usePageTitle('Your order');
  if (!session) return <SignedOut purpose="Sign in to see this order." />;
  return (
    <FullHeight>
      <OrderOf email={session.email} />
    </FullHeight>
  );
}

function OrderOf({ email }: { email: string }) {
  const { orderId } = route.useParams();
  const { shop } = useShop();
  const progress = useQuery(orderQuery(shop, email, orderId));
  if (progress.data) {
    return (
      <>
        {progress.isError && (
          <div className="mb-6">
            <ProblemNotice error={progress.error} title="This page may be out of date" />
          </div>
        )}
        <OrderDetails key={orderId} progress={progress.data} email={email} />
      </>
    );
  }
  if (progress.isError)
    return <FailedPage error={progress.error} missing="Order" retry={() => void progress.refetch()} />;
  return (
    <Loading what="the order">
      <Skeleton className="mb-8 h-10 w-72" />
      <Skeleton className="h-96 max-w-xl" />
    </Loading>
  );
}

function OrderDetails({ progress, email }: { progress: OrderProgress; email: string }) {
  const { order } = progress;
  const cancellation = useCancellation(email, order.orderId);
  const cancelling = order.cancellation === 'requested' || (cancellation.taken && mayCancel(order.status));
  const placedAt = order.history.find(({ status }) => status === 'PLACED')?.at;
  return (
    <>
      <h1 aria-live="polite" className="text-3xl font-extrabold tracking-tight sm:text-4xl">
        {cancelling ? 'Cancelling your order' : headline(order)}
      </h1>
      <p className="mb-8 mt-2 text-soft [overflow-wrap:anywhere]">
        {placedAt && <>Placed on {formatTime(placedAt)}. </>}
        Order <span className="font-mono text-sm">{order.orderId}</span>
      </p>
      <div className="grid gap-8 lg:grid-cols-[1fr_25rem] lg:gap-12">
        <div className="space-y-6">
          <NextStep order={order} cancelling={cancelling} />
          <Trail of="order" steps={stepsOf({ ...progress, cancelling })} className="min-h-144" />
          <Returns order={order} />
          <ReturnItems order={order} email={email} />
          {order.status === 'CANCELLED' && <Reorder lines={order.lines} />}
          <CancelOrder order={order} cancellation={cancellation} />
        </div>
        <div className="space-y-6">
          <OrderLinesBox order={order} />
          <Parcels order={order} shipments={progress.shipments} />
        </div>
      </div>
    </>
  );
}

function headline({ status }: Order): string {
  switch (status) {
    case 'PLACED':
      return 'Order in progress';
    case 'IN_REVIEW':
      return 'Order in review';
    case 'AWAITING_PAYMENT':
      return 'Payment needs authentication';
    case 'CANCELLED':
      return 'Order cancelled';
    case 'RETURNED':
      return 'Order returned';
    case 'CONFIRMED':
      return 'Order confirmed';
    case 'SHIPPED':
      return 'Order shipped';
    case 'DELIVERED':
    case 'COMPLETED':
      return 'Order delivered';
  }
}
