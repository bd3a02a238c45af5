import type { PaymentIntent } from '../domain/payments/payment-intent.ts';
import { html, type Html } from './html.ts';
import type { Page } from './page-function.ts';

const SHOP = 'Waypost';

/** The bank's page of an intent: it asks the shopper, or says what became of it. */
export function authenticationPage(intent: PaymentIntent | undefined): Page {
  if (!intent) {
    const content = html`<p>This payment doesn't exist. Please go back to the shop and try again.</p>`;
    return { status: 404, title: 'Payment not found', content };
  }
  return intent.status === 'requires_action' ? questionPage(intent) : statePage(intent);
}

/** After an answer that counted the shopper goes back to the shop; else is shown what the intent is now. */
export function answeredPage(answered: {
  readonly intent: PaymentIntent | undefined;
  readonly changed: boolean;
}): Page {
  const redirectTo = answered.changed ? returnUrlOf(answered.intent) : undefined;
  return redirectTo === undefined ? authenticationPage(answered.intent) : { redirectTo };
}

/** A form that says neither yes nor no. */
export function unclearPage(): Page {
  const content = html`<p>That was neither of the two answers. Please go back and choose one.</p>`;
  return { status: 400, title: 'No answer', content };
}

function questionPage(intent: PaymentIntent): Page {
  const formLeadsTo = returnUrlOf(intent);
  const content = html`<p>${SHOP} asks for <strong>${amountOf(intent)}</strong> from your card. Is this you?</p>
    <form method="post">
      <button name="answer" value="authenticate">Authenticate</button>
      <button name="answer" value="fail">Fail the authentication</button>
    </form>
    <p>This bank is a simulation: no money moves.</p>`;
  return { status: 200, title: 'Authenticate your payment', content, ...(formLeadsTo && { formLeadsTo }) };
}

function statePage(intent: PaymentIntent): Page {
  const { title, text } = STATES[intent.status];
  const returnUrl = returnUrlOf(intent);
  const whatNow: Html = returnUrl
    ? html`<p><a href="${returnUrl}">Back to ${SHOP}</a></p>`
    : html`<p>You can close this page.</p>`;
  return {
    status: 200,
    title,
    content: html`<p>${SHOP}, ${amountOf(intent)}: ${text}</p>
      ${whatNow}`,
  };
}

interface State {
  readonly title: string;
  readonly text: string;
}

const NOTHING_TO_DO: State = { title: 'Nothing to authenticate', text: 'this payment waits for no authentication.' };
const AUTHENTICATED: State = { title: 'Payment authenticated', text: 'your bank approved the payment.' };

const STATES: Readonly<Record<PaymentIntent['status'], State>> = {
  requires_action: NOTHING_TO_DO,
  requires_confirmation: NOTHING_TO_DO,
  requires_payment_method: { title: 'Payment not authenticated', text: 'nothing is charged to your card.' },
  requires_capture: AUTHENTICATED,
  succeeded: AUTHENTICATED,
  canceled: { title: 'Payment cancelled', text: 'the shop gave this payment up; nothing is charged to your card.' },
};

function amountOf({ amount, currency }: PaymentIntent): string {
  const format = new Intl.NumberFormat('en-IE', { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** Page that the shopper came from, if it is on the web. */
function returnUrlOf(intent: PaymentIntent | undefined): string | undefined {
  const returnUrl = intent?.authentication?.returnUrl;
  if (!returnUrl || !URL.canParse(returnUrl)) return undefined;
  const { protocol, href } = new URL(returnUrl);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
