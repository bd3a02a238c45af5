import { describe, expect, it } from 'vitest';
import { OrderConfirmed } from '@waypost/contracts';
import { PermanentError, TransientError } from '@waypost/service-kit';
import type { OrderNews } from '../domain/order-mail.ts';
import type { MailLog, OutgoingMail, SendMail } from '../ports.ts';
import { sendOrderMail } from './send-order-mail.ts';

const news: OrderNews = {
  name: 'OrderConfirmed',
  data: OrderConfirmed.schema.parse({
    orderId: `ord_${'0'.repeat(32)}`,
    shopperId: 'robin',
    lines: [],
    total: { amount: 0, currency: 'EUR' },
  }),
};
const at = (second: number) => ({ eventId: 'event-1', now: new Date(second * 1000).toISOString() });

/** A log that claims a mail for 30 seconds, and a mail service that can fail. */
function world({ failures = [] as Error[], crashBeforeNoting = false } = {}) {
  const log = new Map<string, { inHandUntil: number; sent: boolean }>();
  const mails: OutgoingMail[] = [];
  const mailLog: MailLog = {
    claim: (id, now) => {
      const entry = log.get(id);
      if (entry?.sent) return Promise.resolve('sent_before');
      if (entry && entry.inHandUntil > Date.parse(now)) return Promise.resolve('in_other_hands');
      log.set(id, { inHandUntil: Date.parse(now) + 30_000, sent: false });
      return Promise.resolve('claimed');
    },
    noteSent: (id) => {
      if (crashBeforeNoting) {
        crashBeforeNoting = false;
        return Promise.reject(new Error('crash'));
      }
      log.set(id, { inHandUntil: 0, sent: true });
      return Promise.resolve();
    },
    release: (id) => {
      log.set(id, { inHandUntil: 0, sent: false });
      return Promise.resolve();
    },
  };
  const sendMail: SendMail = (mail) => {
    const failure = failures.shift();
    if (failure) return Promise.reject(failure);
    mails.push(mail);
    return Promise.resolve();
  };
  const addressOf = (shopperId: string) => Promise.resolve(shopperId === 'robin' ? 'robin@waypost.example' : undefined);
  return { ports: { mailLog, addressOf, sendMail }, mails };
}

describe('news of an order', () => {
  it('goes to the address of its shopper', async () => {
    const { ports, mails } = world();
    expect(await sendOrderMail(ports, news, at(0))).toBe('sent');
    expect(mails).toMatchObject([{ messageId: 'event-1', to: 'robin@waypost.example' }]);
  });

  it('is mailed once, however often it comes', async () => {
    const { ports, mails } = world();
    await sendOrderMail(ports, news, at(0));
    expect(await sendOrderMail(ports, news, at(1))).toBe('sent_before');
    expect(mails).toHaveLength(1);
  });

  it('waits while the same mail is being sent elsewhere', async () => {
    const { ports, mails } = world();
    await ports.mailLog.claim('event-1', at(0).now);
    await expect(sendOrderMail(ports, news, at(1))).rejects.toThrow(TransientError);
    expect(mails).toEqual([]);
  });

  it('is dropped when its shopper has left', async () => {
    const { ports, mails } = world();
    const gone: OrderNews = {
      name: 'OrderConfirmed',
      data: OrderConfirmed.schema.parse({ ...news.data, shopperId: 'gone' }),
    };
    expect(await sendOrderMail(ports, gone, at(0))).toBe('nobody_to_write_to');
    expect(mails).toEqual([]);
  });
});

describe('a mail that could not be sent', () => {
  it.each([new TransientError('busy'), new PermanentError('no such address')])(
    'may be tried again at once: %s',
    async (failure) => {
      const { ports, mails } = world({ failures: [failure] });
      await expect(sendOrderMail(ports, news, at(0))).rejects.toThrow(failure);
      expect(await sendOrderMail(ports, news, at(0))).toBe('sent');
      expect(mails).toHaveLength(1);
    },
  );
});

describe('a crash between sending and noting it', () => {
  it('repeats the mail rather than losing it', async () => {
    const { ports, mails } = world({ crashBeforeNoting: true });
    await expect(sendOrderMail(ports, news, at(0))).rejects.toThrow('crash');
    await expect(sendOrderMail(ports, news, at(1))).rejects.toThrow(TransientError);
    expect(await sendOrderMail(ports, news, at(60))).toBe('sent');
    expect(mails.map(({ messageId }) => messageId)).toEqual(['event-1', 'event-1']);
  });
});
