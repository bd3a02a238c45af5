import { createHash } from 'node:crypto';
import { type Clock, logger, withObservability, reasonOf, systemClock } from '@waypost/service-kit';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { bodyOf, type GatewayEvent, idOf, newId } from '../gateway-event.ts';
import { html, type Html } from './html.ts';

/** Response to a browser: a page or a redirect. */
export type Page =
  | {
      readonly status: 200 | 400 | 404 | 500;
      readonly title: string;
      readonly content: Html;
      /** Additional origins that the page's form may redirect to. */
      readonly formLeadsTo?: string;
    }
  | { readonly redirectTo: string };

interface PageRequest {
  /** The `{id}` of the path. */
  readonly id: string;
  /** The fields of the form that was sent; none if it is only looked at. */
  readonly form: Readonly<Record<string, string>>;
}

interface PageContext {
  readonly now: string;
  readonly newId: (prefix: string) => string;
}

/** The entry of a function that answers a browser with a page: no script, nothing from elsewhere, in no frame. */
export function pageFunction(
  operation: string,
  show: (request: PageRequest, context: PageContext) => Promise<Page>,
  { clock = systemClock }: { clock?: Clock } = {},
): (event: GatewayEvent) => Promise<APIGatewayProxyResult> {
  return (event) =>
    withObservability({ correlationId: newId('req_'), operation }, async () => {
      const form = Object.fromEntries(new URLSearchParams(bodyOf(event)));
      const page = await show({ id: idOf(event), form }, { now: clock().toISOString(), newId }).catch(broken);
      return 'redirectTo' in page
        ? { statusCode: 303, headers: { ...headersWith([]), location: page.redirectTo }, body: '' }
        : { statusCode: page.status, headers: headersWith(sourcesOf(page.formLeadsTo)), body: documentOf(page) };
    });
}

function broken(error: unknown): Page {
  logger.error('unexpected', { reason: reasonOf(error) });
  const title = 'Something went wrong';
  return { status: 500, title, content: html`<p>It was noted. Please try again in a moment.</p>` };
}

const STYLE = [
  ':root{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif}',
  'body{max-width:28rem;margin:10vh auto;padding:0 1.5rem}',
  'button{display:block;width:100%;margin:1rem 0;padding:.75rem;font:inherit;cursor:pointer}',
].join('');

// Whole, since its hash is over every byte between the tags.
const STYLE_ELEMENT: Html = { html: `<style>${STYLE}</style>` };

function documentOf({ title, content }: { readonly title: string; readonly content: Html }): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.html;
}

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

function headersWith(formSources: readonly string[]): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    `form-action ${["'self'", ...formSources].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

/** The origin as a source of a policy. Browsers hold redirects after a form to it too; a host that could end the source is left out. */
function sourcesOf(url: string | undefined): readonly string[] {
  if (url === undefined) return [];
  const { origin } = new URL(url);
  return /^https?:\/\/[\w.:[\]-]+$/.test(origin) ? [origin] : [];
}
