import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { orderQuery } from '../api/queries.ts';
import { mayCancel, type Order, type OrderProgress } from '../api/shop.ts';
import { FailedPage, Loading, ProblemNotice, SignedOut, Skeleton } from '../layout/states.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { Tall } from '../layout/tall.tsx';
import { useSession, useShop } from '../shop-context.tsx';
import { formatTime } from '../times.ts';
import { PutBack } from '../cart/put-back.tsx';
import { CancelOrder } from './cancel-order.tsx';
import { NextStep } from './next-step.tsx';
import { OrderLinesBox } from './order-lines-box.tsx';
import { stepsOf } from './order-steps.ts';
import { Parcels } from './parcels.tsx';
import { Returns } from './returns.tsx';
import { SendBack } from './send-back.tsx';
import { Trail } from '../layout/trail.tsx';
import { useCancellation } from './use-cancellation.ts';

const route = getRouteApi('/orders/$orderId');

export function OrderPage() {
  const session = useSession();
  usePageTitle('Your order');
  if (!session) return <SignedOut purpose="Then we can show you this order, if it is yours." />;
  return (
    <Tall>
      <OrderOf email={session.email} />
    </Tall>
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
            <ProblemNotice error={progress.error} title="What you see may be out of date" />
          </div>
        )}
        <OrderDetails key={orderId} progress={progress.data} email={email} />
      </>
    );
  }
  if (progress.isError)
    return <FailedPage error={progress.error} missing="This order" retry={() => void progress.refetch()} />;
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
        {cancelling ? 'We are cancelling it' : headline(order)}
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
          <SendBack order={order} email={email} />
          {order.status === 'CANCELLED' && <PutBack lines={order.lines} />}
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
      return 'We are on it';
    case 'IN_REVIEW':
      return 'We are looking at it';
    case 'AWAITING_PAYMENT':
      return 'One step is yours';
    case 'CANCELLED':
      return 'This order was cancelled';
    case 'RETURNED':
      return 'This order came back';
    case 'CONFIRMED':
    case 'SHIPPED':
    case 'DELIVERED':
    case 'COMPLETED':
      return 'It’s yours';
  }
}
