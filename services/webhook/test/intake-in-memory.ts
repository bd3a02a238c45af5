import { Problem } from '@waypost/contracts';
import { logger } from '@waypost/service-kit';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { ProviderEvent } from '../src/domain/provider-event.ts';
import { intakeFunction } from '../src/intake-function.ts';
import { SECRET, type SendingProvider } from './providers.ts';

logger.setLogLevel('SILENT');

interface Secrets {
  readonly known?: readonly string[];
  /** Secrets after a re-read. Default: the known ones. */
  readonly latest?: readonly string[];
}

/** The intake of a provider as the gateway calls it, with all else in memory. */
export function intakeInMemory({ route, signatureOf, readEvent }: SendingProvider, secrets: Secrets = {}) {
  const { known = [SECRET], latest = known } = secrets;
  const queued: ProviderEvent[] = [];
  const kept = new Set<string>();
  const asked = { known: 0, latest: 0 };
  const counted = { rejected: 0 };
  const handler = intakeFunction(
    route,
    ({ now }) => ({
      now,
      signatureOf,
      secrets: {
        known: () => Promise.resolve(((asked.known += 1), known)),
        latest: () => Promise.resolve(((asked.latest += 1), latest)),
      },
      webhooks: { isKept: (id) => Promise.resolve(kept.has(id)) },
      enqueue: (event) => Promise.resolve(void queued.push(event)),
      countRejected: () => void (counted.rejected += 1),
    }),
    readEvent,
  );

  /** Sends a body as text, or bytes as the gateway gives what it takes for no text: in base64. */
  const post = async (body: string | Uint8Array, headers: Readonly<Record<string, string>>) => {
    const isBase64Encoded = typeof body !== 'string';
    const text = isBase64Encoded ? Buffer.from(body).toString('base64') : body;
    const { statusCode, body: answer } = await handler(gatewayEvent(route.path, text, headers, isBase64Encoded));
    const json: unknown = JSON.parse(answer);
    return { status: statusCode, json, detail: Problem.safeParse(json).data?.detail ?? '' };
  };
  return { post, queued, kept, asked, counted };
}

function gatewayEvent(
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  isBase64Encoded: boolean,
): APIGatewayProxyEvent {
  const request: Partial<APIGatewayProxyEvent> = {
    httpMethod: 'POST',
    path,
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
    isBase64Encoded,
  };
  const requestContext = { requestId: 'request-1', path: `/v1${path}` };
  return { ...request, requestContext } as APIGatewayProxyEvent;
}
