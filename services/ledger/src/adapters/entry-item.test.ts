import { describe, expect, it } from 'vitest';
import { aCapture } from '../../test/entries.ts';
import { eventItemOf, eventOfItem } from './entry-item.ts';

const event = { journalId: 'EUR-1', version: 7, entry: aCapture(1) };

describe('an event of a journal', () => {
  it('comes back as it was posted', () => {
    expect(eventOfItem(eventItemOf(event))).toEqual(event);
  });

  it('that was posted in the first shape comes in the second', () => {
    const { about, payment: _, ...entry } = event.entry;
    const first = { ...eventItemOf(event), entry: JSON.stringify({ ...entry, about: about.id }), shape: undefined };
    expect(eventOfItem(first)).toEqual({ ...event, entry: { ...entry, about } });
  });

  it('of an unknown shape is rejected', () => {
    expect(() => eventOfItem({ ...eventItemOf(event), shape: 3 })).toThrow('Unknown shape 3');
  });
});
