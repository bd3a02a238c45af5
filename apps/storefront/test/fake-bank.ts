import type { Call, Reply } from './fake-call.ts';
import type { FakeOrder } from './fake-order.ts';
import { Rejected } from './rejected.ts';

/** A bank where shoppers authenticate payments: a page without script, whose form redirects to the shop. */
export class FakeBank {
  /** Origin of the shop to redirect to. */
  shopUrl = 'http://shop.example';
  /** Address of the bank's page in an order, if it isn't the one behind the shop's front door. */
  foreignPage: ((orderId: string) => string) | undefined;

  reset(): void {
    this.foreignPage = undefined;
  }

  pageOf(orderId: string): string {
    return this.foreignPage?.(orderId) ?? `${this.shopUrl}/api/sandbox/authenticate/${orderId}`;
  }

  answer({ method, path, body }: Call, orderOf: (orderId: string) => FakeOrder | undefined): Reply {
    const orderId = /^\/sandbox\/authenticate\/(\w+)$/.exec(path)?.[1] ?? '';
    const order = orderOf(orderId);
    if (!order) throw new Rejected({ status: 404, title: 'Not found' });
    if (method !== 'POST') return { status: 200, headers: pageHeaders(this.shopUrl), body: page };
    if (body === 'answer=authenticate') order.approve();
    else order.cancel('payment_declined');
    return {
      status: 303,
      headers: { ...pageHeaders(this.shopUrl), location: `${this.shopUrl}/orders/${orderId}` },
      body: '',
    };
  }
}

// Browsers apply `form-action` also to the redirect after a form.
const pageHeaders = (shopUrl: string) => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; form-action 'self' ${shopUrl}`,
});

const page = `<!doctype html>
<html lang="en">
  <title>The bank</title>
  <main>
    <h1>Is this you?</h1>
    <form method="post">
      <button name="answer" value="authenticate">Yes</button>
      <button name="answer" value="fail">No</button>
    </form>
  </main>
</html>`;
