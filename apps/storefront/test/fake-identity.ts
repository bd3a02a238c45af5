import type { Call, Reply } from './fake-call.ts';
import { Refused } from './fake-refusal.ts';

export const sampleUsers = [
  { label: 'Robin, a shopper', email: 'robin@example.com', password: 'Fell-walker-1' },
  { label: 'Sam, another shopper', email: 'sam@example.com', password: 'Ridge-walker-2' },
];

/** What a tab keeps of somebody who signed in. */
export const sessionOf = (email: string): string =>
  JSON.stringify({ email, idToken: `token-of-${email}`, refreshToken: 'refresh', expiresAt: Date.now() + 3_600_000 });

/** Cognito's sign-in. */
export function initiateAuth(body: string): Reply {
  const { AuthParameters }: { AuthParameters: { USERNAME?: string; PASSWORD?: string } } = JSON.parse(body);
  const user = sampleUsers.find(
    ({ email, password }) => email === AuthParameters.USERNAME && password === AuthParameters.PASSWORD,
  );
  if (!user)
    return { status: 400, body: { __type: 'NotAuthorizedException', message: 'Incorrect username or password.' } };
  return {
    status: 200,
    body: {
      AuthenticationResult: {
        IdToken: `token-of-${user.email}`,
        RefreshToken: 'refresh',
        ExpiresIn: 3600,
        TokenType: 'Bearer',
      },
    },
  };
}

/** Who asks, if a token says it. */
export const guestOf = ({ headers }: Call): string | undefined =>
  /^Bearer token-of-(.+)$/.exec(headers.authorization ?? '')?.[1];

/** Who asks, as the token says. */
export function shopperOf(call: Call): string {
  const shopper = guestOf(call);
  if (!shopper) throw new Refused({ status: 401, title: 'Unauthorized', detail: 'Sign in first.' });
  return shopper;
}
