import { buttonClass, Notice } from '@waypost/ui';
import type { Order } from '@waypost/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { orderQuery } from '../api/queries.ts';
import { isMoving } from '../api/shop.ts';
import type { OrderProgress } from '../api/shop.ts';
import { FailedPage, Loading, ProblemNotice, SignedOut, Skeleton } from '../layout/states.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useSession, useShop } from '../shop-context.tsx';
import { formatTime } from '../times.ts';
import { authenticationAddress } from './authentication-address.ts';
import { CancelOrder } from './cancel-order.tsx';
import { OrderLinesBox } from './order-lines-box.tsx';
import { stepsOf } from './order-steps.ts';
import { Trail } from './trail.tsx';
import { useCancellation } from './use-cancellation.ts';

const route = getRouteApi('/orders/$orderId');

export function OrderPage() {
  const session = useSession();
  usePageTitle('Your order');
  if (!session) return <SignedOut purpose="Then we can show you this order, if it is yours." />;
  return <OrderOf email={session.email} />;
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
  const cancelling = cancellation.requested && isMoving(order.status);
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
      <div className="grid gap-8 lg:grid-cols-[1fr_22rem] lg:gap-12">
        <div className="space-y-6">
          {!cancelling && <AuthenticatePayment order={order} />}
          <Trail steps={stepsOf({ ...progress, cancelling })} />
          <CancelOrder status={order.status} cancellation={cancellation} />
          {!isMoving(order.status) && (
            <Link to="/" className={buttonClass('quiet')}>
              Back to the shop
            </Link>
          )}
        </div>
        <OrderLinesBox order={order} />
      </div>
    </>
  );
}

/** The one thing that only the shopper can do. The bank's page replaces the shop in this tab, and leads back to this one. */
function AuthenticatePayment({ order }: { order: Order }) {
  const address = authenticationAddress(order);
  if (!address) return null;
  return (
    <Notice title="Your bank wants to know that it is you">
      <p>You leave the shop for a moment and come back to this page. Until then nothing is charged.</p>
      <a href={address} className={buttonClass()}>
        Authenticate the payment
      </a>
    </Notice>
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
