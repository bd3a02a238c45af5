import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cognitoClaims } from './cognito-claims.ts';
import { ProblemError } from './problem.ts';

const environment = { AWS_REGION: 'eu-central-1', USER_POOL_ID: 'eu-central-1_Pool', USER_POOL_CLIENT_ID: 'client' };
const [ours, theirs] = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
if (!ours || !theirs) throw new Error('there are two keys');
const jwk = ours.publicKey.export({ format: 'jwk' });
const keys = { keys: [{ ...jwk, kty: 'RSA' as const, kid: 'one', use: 'sig', alg: 'RS256' }] };
const claimsOf = cognitoClaims(environment, keys);

const good = {
  sub: 'robin',
  iss: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Pool',
  aud: 'client',
  token_use: 'id',
  exp: 4_000_000_000,
};

function token(claims: object, { key = ours, alg = 'RS256' } = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg, kid: 'one', typ: 'JWT' })}.${part(claims)}`;
  if (!key) throw new Error('a token is signed');
  return `${signed}.${sign('sha256', Buffer.from(signed), key.privateKey).toString('base64url')}`;
}

describe('the claims of a token', () => {
  it('are given when the pool signed them for this client', async () => {
    expect(await claimsOf(token(good))).toMatchObject({ sub: 'robin' });
  });

  it.each<[string, string]>([
    ['is of another key', token(good, { key: theirs })],
    ['has no signature', token(good, { alg: 'none' })],
    ['has run out', token({ ...good, exp: 1 })],
    ['is for another client', token({ ...good, aud: 'other' })],
    ['is of another pool', token({ ...good, iss: `${good.iss}2` })],
    ['is an access token', token({ ...good, token_use: 'access' })],
    ['is none', 'hello'],
  ])('are rejected when it %s', async (_, given) => {
    await expect(claimsOf(given)).rejects.toThrow(ProblemError);
  });
});
