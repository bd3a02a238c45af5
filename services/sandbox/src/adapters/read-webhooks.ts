import * as z from 'zod';
import { Webhook } from '../ports.ts';

/** The webhooks of an item's attribute; undefined if they can't be read. */
export function readWebhooks(text: string): readonly Webhook[] | undefined {
  try {
    return z.array(Webhook).parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
