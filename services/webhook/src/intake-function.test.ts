import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { intakeInMemory } from '../test/intake-in-memory.ts';
import { OLDER_SECRET, ORDER, paymentEvent, providers, SECRET, STRANGE_SECRET } from '../test/providers.ts';

const MINUTE = 60_000;
const LIMIT = 256 * 1024;

describe.each(providers)('a webhook of the $name', (provider) => {
  const { id, body, sign } = provider;
  const signed = sign(body);

  it('that is signed is accepted under its own id, and queued', async () => {
    const { post, queued } = intakeInMemory(provider);
    expect(await post(body, signed)).toMatchObject({ status: 202, json: { webhookId: id } });
    expect(queued).toEqual([expect.objectContaining({ id })]);
  });

  it('is signed over its bytes, also when the gateway gives them in base64 and calls them something else', async () => {
    const { post, queued } = intakeInMemory(provider);
    expect(await post(Buffer.from(body), { ...signed, 'Content-Type': 'text/plain' })).toMatchObject({ status: 202 });
    expect(queued).toHaveLength(1);
  });

  it('that was kept before is accepted, and dropped', async () => {
    const { post, queued, kept } = intakeInMemory(provider);
    kept.add(id);
    expect(await post(body, signed)).toMatchObject({ status: 202, json: { webhookId: id } });
    expect(queued).toEqual([]);
  });

  it.each([
    ['in the last five minutes', -4.9],
    ['by a clock that is ahead', 4.9],
  ])('may be signed %s', async (_, minutes) => {
    const { post } = intakeInMemory(provider);
    const at = Date.now() + minutes * MINUTE;
    expect(await post(body, sign(body, { at }))).toMatchObject({ status: 202 });
  });

  it('is accepted up to the API’s limit, and a 413 above it, with any signature', async () => {
    const { post, queued } = intakeInMemory(provider);
    const fits = body.padEnd(LIMIT - (Buffer.byteLength(body) - body.length), ' ');
    expect(await post(fits, sign(fits))).toMatchObject({ status: 202 });
    expect(await post(`${fits} `, sign(`${fits} `))).toMatchObject({ status: 413 });
    expect(queued).toHaveLength(1);
  });
});

describe.each(providers)('while a secret of the $name is replaced', (provider) => {
  const { body, sign } = provider;

  it.each([
    ['new', SECRET],
    ['old', OLDER_SECRET],
  ])('what is signed with the %s one is accepted', async (_, secret) => {
    const { post } = intakeInMemory(provider, { known: [SECRET, OLDER_SECRET] });
    expect(await post(body, sign(body, { secret }))).toMatchObject({ status: 202 });
  });

  it('secrets are asked for once more when none holds, since what is known may be old', async () => {
    const { post, asked, counted } = intakeInMemory(provider, {
      known: [OLDER_SECRET],
      latest: [SECRET, OLDER_SECRET],
    });
    expect(await post(body, sign(body))).toMatchObject({ status: 202 });
    expect(asked).toEqual({ known: 1, latest: 1 });
    expect(counted.rejected).toBe(0);
  });

  it('causes one more read of the secrets, and none with an invalid time', async () => {
    const { post, asked } = intakeInMemory(provider);
    await post(body, sign(body));
    await post(body, sign(body, { at: Date.now() - 10 * MINUTE }));
    expect(asked).toEqual({ known: 1, latest: 0 });
  });

  it('one that is gone is rejected', async () => {
    const { post } = intakeInMemory(provider, { known: [SECRET] });
    expect(await post(body, sign(body, { secret: OLDER_SECRET }))).toMatchObject({ status: 401 });
  });
});

describe.each(providers)('a webhook that the $name did not sign so', (provider) => {
  const { body, sign } = provider;
  const signed = () => sign(body);
  const WRONG = /No signature matches the body/;
  // Signed when sent: minutes may pass before a test's turn.
  const rejections: readonly (readonly [string, string | Uint8Array, () => Record<string, string>, RegExp])[] = [
    ['without a signature', body, () => ({}), /header/],
    ['signed by a stranger', body, () => sign(body, { secret: STRANGE_SECRET }), WRONG],
    ['with the signature of another body', body, () => sign(`${body} `), WRONG],
    ['signed too long ago', body, () => sign(body, { at: Date.now() - 5.1 * MINUTE }), /seconds in the past/],
    ['signed in the future', body, () => sign(body, { at: Date.now() + 5.1 * MINUTE }), /in the future/],
    ['cut off', body.slice(0, -1), signed, WRONG],
    ['empty', '', signed, WRONG],
    ['parsed and written again', JSON.stringify(JSON.parse(body)), signed, WRONG],
    ['with other line ends', body.replaceAll('\n', '\r\n'), signed, WRONG],
    ['with a byte order mark', Buffer.from(`\u{FEFF}${body}`), signed, WRONG],
    ['in another encoding', Buffer.from(body, 'utf16le'), signed, WRONG],
    ['in an encoding that is no UTF-8', Buffer.from(body, 'latin1'), signed, WRONG],
  ];

  it.each(rejections)('is rejected, and told why: %s', async (_, sent, headersOf, detail) => {
    const { post, queued, counted } = intakeInMemory(provider);
    expect(await post(sent, headersOf())).toMatchObject({
      status: 401,
      json: { type: 'https://waypost.example/problems/signature-rejected' },
      detail: expect.stringMatching(detail),
    });
    expect(queued).toEqual([]);
    // Signed with another secret, as far as the intake can see.
    expect(counted.rejected).toBe(detail === WRONG ? 1 : 0);
  });

  it('is rejected whichever byte of it is another', async () => {
    const { post, queued } = intakeInMemory(provider);
    const [bytes, headers] = [Buffer.from(body), signed()];
    const change = { at: fc.nat({ max: bytes.length - 1 }), flip: fc.integer({ min: 1, max: 255 }) };
    await fc.assert(
      fc.asyncProperty(fc.record(change), async ({ at, flip }) => {
        const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ flip : byte));
        expect(await post(changed, headers)).toMatchObject({ status: 401 });
      }),
      { numRuns: 500 },
    );
    expect(queued).toEqual([]);
  });

  it('is never our fault, whatever stands in its headers and its body', async () => {
    const { post, queued } = intakeInMemory(provider);
    const names = ['stripe-signature', 'webhook-id', 'webhook-timestamp', 'webhook-signature'];
    const now = Math.floor(Date.now() / 1000);
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(`t=${now},v1`, `t=${now},v1=`, `t=${now},v1=00`, `v1,`, 'v1', 'v1,AAAA', `${now}`, 'NaN'),
    );
    const headers = fc.dictionary(fc.constantFrom(...names), value);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.uint8Array()), headers, async (sent, given) => {
        expect(await post(sent, given)).toMatchObject({ status: 401 });
      }),
      { numRuns: 500 },
    );
    expect(queued).toEqual([]);
  });
});

describe('a signature that can’t be read', () => {
  const [payment, carrier] = providers;
  const now = String(Math.floor(Date.now() / 1000));

  it.each([
    'v1=00',
    `t=${now}`,
    `t=${now},v0=00`,
    `t=${now},v1`,
    `t=${now},v1=`,
    `t=${now},v1=00,`,
    't=soon,v1=00',
    't=-1,v1=00',
    `t=${now},t=${now},v1=00`,
    `t=${now} ,v1=00`,
    'Bearer token',
  ])('is a 400 for a malformed header: Stripe-Signature: %s', async (value) => {
    if (!payment) throw new Error('There is a payment provider');
    const answer = await intakeInMemory(payment).post(payment.body, { 'Stripe-Signature': value });
    expect(answer).toMatchObject({ status: 401, detail: expect.stringContaining('the form t=') });
  });

  it.each([
    ['Webhook-Timestamp', 'soon'],
    ['Webhook-Timestamp', `${now}.5`],
    ['Webhook-Timestamp', `-${now}`],
    ['Webhook-Signature', 'v1'],
    ['Webhook-Signature', 'v1,'],
    ['Webhook-Signature', 'v1a,AAAA'],
    ['Webhook-Signature', 'AAAA'],
  ])('is a 400 for a malformed header: %s: %s', async (name, value) => {
    if (!carrier) throw new Error('There is a carrier');
    const answer = await intakeInMemory(carrier).post(carrier.body, { ...carrier.sign(carrier.body), [name]: value });
    expect(answer).toMatchObject({ status: 401, detail: expect.stringContaining(name.toLowerCase()) });
  });
});

describe.each(providers)('a body that the $name signed, but that is no event', (provider) => {
  const { sign } = provider;

  it.each(['not JSON', '{"id":', 'null', '[]', '"evt_1"', '{}', '{"type":7}', '{"type":"a b"}'])(
    'is 400: %s',
    async (body) => {
      const { post, queued } = intakeInMemory(provider);
      expect(await post(body, sign(body))).toMatchObject({
        status: 400,
        json: { type: 'https://waypost.example/problems/invalid-request' },
        detail: expect.stringContaining('The signature is valid'),
      });
      expect(queued).toEqual([]);
    },
  );
});

describe('a webhook that the shop has no use for', () => {
  it.each<[string, string, unknown]>([
    ['payment provider', 'which the shop isn’t subscribed to', { ...paymentEvent({ type: 'payment_intent.created' }) }],
    [
      'payment provider',
      'which says what the shop’s own request was answered with',
      { ...paymentEvent(), request: { id: 'req_1', idempotency_key: `${ORDER}-authorize` } },
    ],
    ['carrier', 'which is about no parcel', { type: 'pickup.scheduled' }],
  ])('of the %s, %s, is accepted and dropped', async (name, _, event) => {
    const provider = providers.find((one) => one.name === name);
    if (!provider) throw new Error(`There is no ${name}`);
    const { post, queued } = intakeInMemory(provider);
    const body = JSON.stringify(event);
    expect(await post(body, provider.sign(body))).toMatchObject({ status: 202, json: { webhookId: provider.id } });
    expect(queued).toEqual([]);
  });
});

describe('what is queued', () => {
  it('contains only the fields that the shop reads, and no personal data', async () => {
    const [payment] = providers;
    if (!payment) throw new Error('There is a payment provider');
    const { post, queued } = intakeInMemory(payment);
    await post(payment.body, payment.sign(payment.body));
    const { id, object, type, data } = paymentEvent();
    const { orderId } = data.object.metadata;
    expect(JSON.parse(JSON.stringify(queued))).toEqual([
      { id, object, type, data: { object: { id: 'pi_1', metadata: { orderId } } } },
    ]);
  });
});
