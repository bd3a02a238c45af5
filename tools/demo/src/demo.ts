// npm run demo: nine stories on the running stage, and the events that they are made of.
import { environmentOf } from '@waypost/local';
import { stageClient } from '@waypost/test-kit';
import { type ReceivedEvent, listen, type Listener } from './listen.ts';
import { isOf, narrate } from './narrate.ts';
import { stories } from './stories.ts';

/** Time without events after which a story is complete. */
const QUIET_ROUNDS = 2;

/** Parcels of earlier stories go their way untold. */
async function narrateEvents(listener: Listener, isTold: (event: ReceivedEvent) => boolean, over: () => boolean) {
  for (let quiet = 0; quiet < QUIET_ROUNDS || !over();) {
    const events = (await listener.heard()).filter(isTold);
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
const earlier = new Set<string>();
const listener = await listen(`waypost-${client.stage.stage}`);
try {
  for (const [index, { title, play }] of stories.entries()) {
    const heading = `${index + 1}. ${title}`;
    console.log(`\n${heading}\n${'─'.repeat(heading.length)}`);
    const orders = new Set<string>();
    let over = false;
    const playing = play({ client, tokens, orders, say: (line) => console.log(line) }).finally(() => {
      over = true;
    });
    const isTold = (event: ReceivedEvent) => isOf(event, orders) || !isOf(event, earlier);
    await Promise.all([playing, narrateEvents(listener, isTold, () => over)]);
    for (const order of orders) earlier.add(order);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`\n${stories.length} stories in ${seconds} s, each with the end that it should have.`);
} catch (error) {
  console.error(`\n✖ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await listener.stop();
}
