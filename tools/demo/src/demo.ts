// npm run demo: eight stories on the running stage, and the events that they are made of.
import type { OrderId } from '@waypost/contracts';
import { environmentOf } from '@waypost/local';
import { stageClient } from '@waypost/test-kit';
import { listen, type Listener } from './listen.ts';
import { narrate } from './narrate.ts';
import { stories } from './stories.ts';

/** How long the bus must be quiet before a story counts as over. */
const QUIET_ROUNDS = 2;

/** Tells what happens to the orders of a story, and what belongs to no order; parcels of earlier stories go their way untold. */
async function tellEvents(listener: Listener, orders: ReadonlySet<string>, over: () => boolean): Promise<void> {
  for (let quiet = 0; quiet < QUIET_ROUNDS || !over();) {
    const heard = await listener.heard();
    const events = heard.filter(({ detail: { data } }) => orders.has(String(data['orderId'])) || !('orderId' in data));
    for (const event of events) console.log(narrate(event));
    quiet = events.length === 0 ? quiet + 1 : 0;
  }
}

const client = stageClient();
const { endpoint } = client.stage;
// A stage in an account is found by the person's own credentials.
if (endpoint !== undefined) Object.assign(process.env, environmentOf({ ...client.stage, endpoint }));

const [shopper, secondShopper, operator] = await Promise.all([
  client.signIn('shopper'),
  client.signIn('secondShopper'),
  client.signIn('operator'),
]);
const tokens = { shopper, secondShopper, operator };
const began = performance.now();
const listener = await listen(`waypost-${client.stage.stage}`);
try {
  for (const [index, { title, play }] of stories.entries()) {
    const heading = `${index + 1}. ${title}`;
    console.log(`\n${heading}\n${'─'.repeat(heading.length)}`);
    const orders = new Set<OrderId>();
    let over = false;
    const playing = play({ client, tokens, orders, say: (line) => console.log(line) }).finally(() => {
      over = true;
    });
    await Promise.all([playing, tellEvents(listener, orders, () => over)]);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`\n${stories.length} stories in ${seconds} s, each with the end that it should have.`);
} finally {
  await listener.stop();
}
