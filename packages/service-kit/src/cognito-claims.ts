import { JwtVerifier } from 'aws-jwt-verify';
import { FetchError } from 'aws-jwt-verify/error';
import type { Jwks } from 'aws-jwt-verify/jwk';
import * as z from 'zod';
import { configFrom } from './config.ts';
import { ProblemError } from './problem.ts';

/** Says who sent a token, from its claims. */
export type TokenClaims = (token: string) => Promise<unknown>;

/**
 * Verifies ID tokens of the user pool in the function. On a route for guests the gateway can't, because its authorizers
 * reject requests without a token. The keys of the pool are fetched once and cached. Requires `addTokenVerification` in
 * the stack.
 * Source:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
 *
 * @param keys the pool's keys, for tests that don't fetch them.
 * @throws ProblemError 401 for an invalid or expired token.
 */
export function cognitoClaims(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  keys?: Jwks,
): TokenClaims {
  const { AWS_REGION, AWS_ENDPOINT_URL, USER_POOL_ID, USER_POOL_CLIENT_ID } = configFrom(
    {
      AWS_REGION: z.string().min(1),
      // As the SDKs read it: where AWS is, on a local stage.
      AWS_ENDPOINT_URL: z.url().optional(),
      USER_POOL_ID: z.string().min(1),
      USER_POOL_CLIENT_ID: z.string().min(1),
    },
    environment,
  );
  const cognito = `https://cognito-idp.${AWS_REGION}.amazonaws.com`;
  const verifier = JwtVerifier.create({
    issuer: `${cognito}/${USER_POOL_ID}`,
    audience: USER_POOL_CLIENT_ID,
    jwksUri: `${AWS_ENDPOINT_URL ?? cognito}/${USER_POOL_ID}/.well-known/jwks.json`,
    customJwtCheck: ({ payload }) => {
      if (payload['token_use'] !== 'id') throw new ProblemError('unauthorized', 'Send an ID token.');
    },
  });
  if (keys) verifier.cacheJwks(keys);
  return (token) =>
    verifier.verify(token).catch((error: unknown) => {
      // A failed request for the keys doesn't prove that the token is invalid.
      if (error instanceof FetchError) throw error;
      throw new ProblemError('unauthorized', 'The token does not hold.');
    });
}
