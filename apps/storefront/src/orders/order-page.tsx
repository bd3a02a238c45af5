import { buttonClass } from '@waypost/ui';
import type { Order } from '@waypost/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { orderQuery } from '../api/queries.ts';
import type { OrderProgress } from '../api/shop.ts';
import { FailedPage, Loading, ProblemNotice, SignedOut, Skeleton } from '../layout/states.tsx';
import { usePageTitle } from '../layout/use-page-title.ts';
import { useSession, useShop } from '../shop-context.tsx';
import { formatTime } from '../times.ts';
import { OrderLinesBox } from './order-lines-box.tsx';
import { isMoving, stepsOf } from './order-steps.ts';
import { Trail } from './trail.tsx';

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
        <OrderDetails progress={progress.data} />
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

function OrderDetails({ progress }: { progress: OrderProgress }) {
  const { order } = progress;
  const placedAt = order.history.find(({ status }) => status === 'PLACED')?.at;
  const next = order.status === 'AWAITING_PAYMENT' ? webAddress(order.payment.nextActionUrl) : undefined;
  return (
    <>
      <h1 aria-live="polite" className="text-3xl font-extrabold tracking-tight sm:text-4xl">
        {headline(order)}
      </h1>
      <p className="mb-8 mt-2 text-soft [overflow-wrap:anywhere]">
        {placedAt && <>Placed on {formatTime(placedAt)}. </>}
        Order <span className="font-mono text-sm">{order.orderId}</span>
      </p>
      <div className="grid gap-8 lg:grid-cols-[1fr_22rem] lg:gap-12">
        <div>
          <Trail steps={stepsOf(progress)} />
          {next && (
            <a href={next} className={buttonClass()}>
              Approve the payment
            </a>
          )}
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

function headline({ status }: Order): string {
  if (status === 'CANCELLED') return 'This order was cancelled';
  return isMoving(status) ? 'We are on it' : 'It’s yours';
}

/** Only an address of the web is worth a link: what the API names could be anything. */
const webAddress = (url: string | undefined) => (url && /^https?:\/\//.test(url) ? url : undefined);
