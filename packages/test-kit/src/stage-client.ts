import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { Problem, type RouteContract } from '@waypost/contracts';
import * as z from 'zod';
import { readStageFile, type SampleUser, type StageFile } from './stage-file.ts';

/** A part that is needed, may be left out, or isn't there at all. */
type Part<Name extends string, Value> = undefined extends Value
  ? { readonly [Key in Name]?: never }
  : Record<string, never> extends Value
    ? { readonly [Key in Name]?: Value }
    : { readonly [Key in Name]: Value };

interface AnyCall {
  readonly parameters?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  /** An ID token, from `signIn`. */
  readonly token?: string;
  /** A new one each call unless given, on routes that take one. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Input of a route: its parameters, query and body. */
export type Call<Path extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> = AnyCall &
  Part<'parameters', z.input<Path>> &
  Part<'query', z.input<Query>> &
  Part<'body', z.input<Body>>;

interface Received<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Response of a route: the body of its contract, or a problem document. */
export type Answer<Body> = (Received<Body> & { readonly ok: true }) | (Received<Problem> & { readonly ok: false });

export interface StageClient {
  readonly stage: StageFile;
  /** The ID token of a sample user, or of any other. */
  readonly signIn: (user: keyof StageFile['users'] | SampleUser) => Promise<string>;
  /**
   * Calls a route as its contract says.
   * @throws Error when the answer isn't what the contract says.
   */
  readonly call: <Path extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Result extends z.ZodType>(
    route: RouteContract<Path, Query, Body, Result>,
    call: Call<Path, Query, Body>,
  ) => Promise<Answer<z.output<Result>>>;
  /** Sends whatever a test likes to a service's API, for requests that are not as they should be. */
  readonly send: (owner: string, path: string, init?: RequestInit) => Promise<Received<unknown>>;
}

/**
 * A client of a running stage, local or in an account.
 *
 * @example
 * const stage = stageClient();
 * const token = await stage.signIn('shopper');
 * const { orderId } = bodyOf(await stage.call(PlaceOrder, { body, token }));
 */
export function stageClient(stageFile?: string): StageClient {
  const stage = readStageFile(stageFile);
  if (stage.caFile) trust(stage.caFile);
  const send: StageClient['send'] = async (owner, path, init) => {
    const base = stage.services[owner]?.apiUrl ?? stage.urls.api;
    return await received(await fetch(`${base.replace(/\/$/, '')}${path}`, init));
  };
  return {
    stage,
    send,
    signIn: (user) => signIn(stage, typeof user === 'string' ? stage.users[user] : user),
    call: async (route, call) => {
      const { status, headers, body } = await send(route.owner, pathOf(route, call), requestOf(route, call));
      if (status === route.status) return { ok: true, status, headers, body: asSaid(route, route.response, body) };
      return { ok: false, status, headers, body: asSaid(route, Problem, body) };
    },
  };
}

/**
 * The body of a good answer.
 * @throws Error that tells the problem, when the answer is one.
 */
export function bodyOf<Body>(answer: Answer<Body>): Body {
  if (answer.ok) return answer.body;
  const { title, detail = '', errors = [] } = answer.body;
  throw new Error([`${answer.status} ${title}. ${detail}`, ...errors.map((error) => JSON.stringify(error))].join('\n'));
}

/** Node's `fetch` takes no certificate of its own, so the whole test process trusts the stage. */
function trust(caFile: string): void {
  const certificate = readFileSync(caFile, 'utf8').trim();
  const trusted = getCACertificates('default');
  if (!trusted.some((known) => known.trim() === certificate)) setDefaultCACertificates([...trusted, certificate]);
}

function pathOf(route: RouteContract, { parameters, query }: AnyCall): string {
  const values = new Map<string, unknown>(Object.entries(parameters ?? {}));
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}

function requestOf(
  route: RouteContract,
  { body, token, idempotencyKey = randomUUID(), headers }: AnyCall,
): RequestInit {
  return {
    method: route.method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(route.idempotent && { 'idempotency-key': idempotencyKey }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

async function received(response: Response): Promise<Received<unknown>> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : jsonOr(text) };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function asSaid<Schema extends z.ZodType>(route: RouteContract, schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new Error(
    `${route.method} ${route.path} answered what its contract doesn't say:\n${z.prettifyError(result.error)}\n${JSON.stringify(body)}`,
  );
}

const Tokens = z.object({ AuthenticationResult: z.object({ IdToken: z.string() }) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html, which needs no credentials. */
async function signIn(stage: StageFile, { email, password }: SampleUser): Promise<string> {
  const response = await fetch(stage.endpoint ?? `https://cognito-idp.${stage.region}.amazonaws.com`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: stage.identity.clientId,
      AuthParameters: { USERNAME: email, PASSWORD: password },
    }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`);
  return Tokens.parse(await response.json()).AuthenticationResult.IdToken;
}
