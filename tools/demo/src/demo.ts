// npm run demo: three stories on the running stage, and the events that they are made of.
import { environmentOf } from '@waypost/local';
import { stageClient } from '@waypost/test-kit';
import { listen, type Listener } from './listen.ts';
import { narrate } from './narrate.ts';
import { stories } from './stories.ts';

/** How long the bus must be quiet before a story counts as over. */
const QUIET_ROUNDS = 2;

async function tellEvents(listener: Listener, over: () => boolean): Promise<void> {
  for (let quiet = 0; quiet < QUIET_ROUNDS || !over();) {
    const events = await listener.heard();
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
const stage = { client, tokens: { shopper, secondShopper, operator }, say: (line: string) => console.log(line) };
const listener = await listen(`waypost-${client.stage.stage}`);
try {
  for (const { title, play } of stories) {
    console.log(`\n${title}\n${'─'.repeat(title.length)}`);
    let over = false;
    const playing = play(stage).finally(() => {
      over = true;
    });
    await Promise.all([playing, tellEvents(listener, () => over)]);
  }
  console.log('\nThree stories, each with the end that it should have.');
} finally {
  await listener.stop();
}
