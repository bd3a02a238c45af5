import { Button, Notice } from '@waypost/ui';
import { useEffect, useRef, useState } from 'react';
import type { Order } from '../api/shop.ts';
import { formatTime } from '../times.ts';
import { ReturnForm } from './return-form.tsx';
import { returnableLines } from './returnable.ts';
import { useReturn } from './use-return.ts';

/** Return of delivered items, while it is possible. */
export function ReturnItems({ order, email }: { order: Order; email: string }) {
  const request = useReturn(email, order.orderId);
  const [givenUp, setGivenUp] = useState(false);
  const lines = returnableLines(order, new Date());
  if (lines.length > 0 && request.draft) {
    return (
      <ReturnForm
        order={order}
        lines={lines}
        draft={request.draft}
        request={request}
        giveUp={() => {
          request.giveUp();
          setGivenUp(true);
        }}
      />
    );
  }
  return (
    <>
      {request.taken && <Announced />}
      {lines.length > 0 && order.returnableUntil && (
        <div className="space-y-2">
          <Button look="quiet" autoFocus={givenUp} onClick={request.begin}>
            Return items
          </Button>
          <p className="text-sm text-soft">Until {formatTime(order.returnableUntil)}.</p>
        </div>
      )}
    </>
  );
}

/** Takes the focus, since the form that had it was removed. */
function Announced() {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <div ref={notice} tabIndex={-1} className="max-w-xl">
      <Notice title="Return requested">
        <p>
          Pack it as it came, if you can: the carrier comes for it. You get your money when it has reached us; this page
          tells when that is.
        </p>
      </Notice>
    </div>
  );
}
