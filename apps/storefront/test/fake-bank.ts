import type { Call, Reply } from './fake-call.ts';
import type { FakeOrder } from './fake-order.ts';
import { Refused } from './fake-refusal.ts';

/** Where shoppers authenticate payments: a page without script, whose form leads back to the shop. */
export class FakeBank {
  /** The shop that it sends people back to. */
  shopUrl = 'http://shop.example';
  /** What an order names as the bank's page, instead of the one behind the shop's own front door. */
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
    if (!order) throw new Refused({ status: 404, title: 'Not found' });
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

// Browsers hold the redirect that answers a form to `form-action` too.
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
