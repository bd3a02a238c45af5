import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { outputsOf } from './support/deployed.ts';

const output = outputsOf('api');
const cognito = new CognitoIdentityProviderClient();
const endpoint = process.env['AWS_ENDPOINT_URL'];
const base = endpoint === undefined ? output('ApiUrl') : `${endpoint}/_aws/execute-api/${output('ApiId')}/live/`;

const get = (path: string, token?: string) =>
  fetch(`${base}${path}`, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

const Password = 'Contract-1-password';

/** Creates a user and signs in, under the same name or one in another case. */
async function signIn(Username = `${randomUUID()}@example.com`, USERNAME = Username): Promise<string> {
  const user = { UserPoolId: output('UserPool'), Username };
  await cognito.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }));
  await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password, Permanent: true }));
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: output('Client'),
      AuthParameters: { USERNAME, PASSWORD: Password },
    }),
  );
  return AuthenticationResult?.IdToken ?? '';
}

describe('a user pool that is not case-sensitive', () => {
  it('signs a user in by a name in another case', async () => {
    const id = randomUUID();
    expect(await signIn(`Ada+${id}@Example.com`, `ada+${id}@example.com`)).not.toBe('');
  });

  it('rejects a second user whose name differs in case only', async () => {
    const id = randomUUID();
    await signIn(`Ada+${id}@Example.com`);
    await expect(signIn(`ada+${id}@example.com`)).rejects.toMatchObject({ name: 'UsernameExistsException' });
  });
});

describe('a REST route with a Cognito authorizer', () => {
  let token: string;
  beforeAll(async () => {
    token = await signIn();
  });

  it('hands the claims of a good token to the function', async () => {
    const answer = await get('mine', token);

    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ sub: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it('answers 401 without a token', async () => {
    expect((await get('mine')).status).toBe(401);
  });

  it('answers 401 to a token with another signature, or other claims under the same one', async () => {
    const [header = '', payload = '', signature = ''] = token.split('.');
    const claims: object = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const raised = Buffer.from(JSON.stringify({ ...claims, 'cognito:groups': ['operator'] })).toString('base64url');

    expect((await get('mine', `${header}.${payload}.${signature.split('').toReversed().join('')}`)).status).toBe(401);
    expect((await get('mine', `${header}.${raised}.${signature}`)).status).toBe(401);
  });
});

describe('a REST route that is busy', () => {
  it('takes every good token', async () => {
    const token = await signIn();
    const answers = await Promise.all(Array.from({ length: 40 }, () => get('mine', token)));

    expect(answers.filter(({ status }) => status === 401)).toEqual([]);
  });
});

describe('a REST API with responses of its own', () => {
  it('names path and method in them', async () => {
    const answer = await get('mine');

    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({
      by: 'the gateway',
      path: expect.stringMatching(/\/mine$/),
      method: 'GET',
    });
  });

  it.each([
    ['failing/thrown', 502],
    ['failing/crashed', 502],
    ['failing/late', 502],
    ['failing/odd', 502],
    ['failing/nothing', 502],
    ['hasty/late', 504],
  ])('answers them when a function fails (%s: %d), and nothing that the function said', async (path, status) => {
    const answer = await get(path);

    expect(await answer.json()).toMatchObject({ by: 'the gateway', path: expect.stringContaining(path) });
    expect(answer.status).toBe(status);
  });
});

describe('a REST route with a required parameter', () => {
  it('answers 400 without it, and calls the function with it', async () => {
    expect((await get('flights')).status).toBe(400);
    expect((await get('flights?from=ZRH')).status).toBe(200);
  });
});
