/** What Cognito gives for a password or a refresh token. */
export interface Tokens {
  readonly idToken: string;
  readonly refreshToken: string | undefined;
  /** Seconds. */
  readonly expiresIn: number;
}

/** Where Cognito's API answers, and as whom the shop asks it. */
export interface CognitoOptions {
  readonly endpoint: string;
  readonly clientId: string;
  readonly fetch?: typeof fetch;
}

/** Cognito refused, for a reason that the person can do something about; the message is made for people. */
export class SignInRefused extends Error {
  /** What Cognito calls the reason, e.g. `UserNotConfirmedException`. */
  readonly reason: string;

  constructor(message: string, reason: string) {
    super(message);
    this.name = 'SignInRefused';
    this.reason = reason;
  }
}

type Flow = { AuthFlow: 'USER_PASSWORD_AUTH' | 'REFRESH_TOKEN_AUTH'; AuthParameters: Readonly<Record<string, string>> };

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html */
export async function initiateAuth(options: CognitoOptions, flow: Flow): Promise<Tokens> {
  const { AuthenticationResult: result } = await ask<{
    AuthenticationResult?: { IdToken?: string; RefreshToken?: string; ExpiresIn?: number };
  }>(options, 'InitiateAuth', flow);
  if (!result?.IdToken) throw new Error('Cognito gave no ID token.');
  return { idToken: result.IdToken, refreshToken: result.RefreshToken, expiresIn: result.ExpiresIn ?? 3600 };
}

/** Makes an account. `confirmed`: it can be signed in to at once; otherwise a code was sent to the address. */
export async function signUp(
  options: CognitoOptions,
  { email, password }: { email: string; password: string },
): Promise<'confirmed' | 'code_sent'> {
  const { UserConfirmed } = await ask<{ UserConfirmed?: boolean }>(options, 'SignUp', {
    Username: email,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: email }],
  });
  return UserConfirmed ? 'confirmed' : 'code_sent';
}

/** Shows that an address is its person's by the code that was sent there. An account that is confirmed already stays so. */
export async function confirmSignUp(options: CognitoOptions, email: string, code: string): Promise<void> {
  await ask(options, 'ConfirmSignUp', { Username: email, ConfirmationCode: code }).catch((error: unknown) => {
    // What Cognito says of a code for an account that isn't waiting for one, e.g. after a lost answer.
    if (!(error instanceof SignInRefused && error.reason === 'NotAuthorizedException')) throw error;
  });
}

/** Sends another code; the earlier ones no longer count. */
export async function resendConfirmationCode(options: CognitoOptions, email: string): Promise<void> {
  await ask(options, 'ResendConfirmationCode', { Username: email });
}

/** Cognito's API as plain HTTP: four calls without credentials are not worth an SDK. */
async function ask<Answer>(
  { endpoint, clientId, fetch: send = fetch }: CognitoOptions,
  action: string,
  request: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const response = await send(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
    },
    body: JSON.stringify({ ...request, ClientId: clientId }),
  });
  const answer: Answer & { readonly __type?: string } = await response.json().catch(() => ({}));
  if (!response.ok) throw refusal(action, response.status, answer.__type);
  return answer;
}

const words: readonly (readonly [RegExp, string])[] = [
  [/NotAuthorizedException|UserNotFoundException/, 'This email and password do not belong together.'],
  [/TooManyRequests|LimitExceeded|TooManyFailedAttempts/, 'Too many attempts. Wait a minute and try again.'],
  [/UserNotConfirmed|PasswordResetRequired/, 'This account has to be confirmed first.'],
  [/UsernameExists/, 'There is an account with this email already. Sign in with it instead.'],
  [
    /InvalidPassword/,
    'This password is too weak: it takes 12 characters, small and capital letters, a digit and a sign.',
  ],
  [/CodeMismatch/, 'This is not the code that we sent.'],
  [/ExpiredCode/, 'This code has run out. Ask for another one.'],
  [/CodeDelivery/, 'No mail could be sent to this address. Is it right?'],
  [/InvalidParameter/, 'This can’t be an email address, or its code.'],
];

function refusal(action: string, status: number, type = ''): Error {
  const reason = type.replace(/^.*#/, '');
  const told = words.find(([pattern]) => pattern.test(reason))?.[1];
  return told
    ? new SignInRefused(told, reason)
    : new Error(`${action} was answered ${status}${reason && ` (${reason})`}.`);
}
