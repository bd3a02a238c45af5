/** Tokens that Cognito returns for a password or a refresh token. */
export interface Tokens {
  readonly idToken: string;
  readonly refreshToken: string | undefined;
  /** Seconds. */
  readonly expiresIn: number;
}

/** Address of Cognito's API, and the client id of the shop. */
export interface CognitoOptions {
  readonly endpoint: string;
  readonly clientId: string;
  readonly fetch?: typeof fetch;
}

/** Rejection by Cognito for a reason that the shopper can correct. The message is shown to the shopper. */
export class SignInError extends Error {
  /** Cognito's name of the error, e.g. `UserNotConfirmedException`. */
  readonly reason: string;

  constructor(message: string, reason: string) {
    super(message);
    this.name = 'SignInError';
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

/** Creates an account. `confirmed`: it can sign in at once; otherwise a code was sent to the address. */
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

/** Confirms an account with the code that was sent to its address. Repeating it for a confirmed account succeeds. */
export async function confirmSignUp(options: CognitoOptions, email: string, code: string): Promise<void> {
  await ask(options, 'ConfirmSignUp', { Username: email, ConfirmationCode: code }).catch((error: unknown) => {
    // Cognito's response for an account that waits for no code, e.g. when the first response was lost.
    if (!(error instanceof SignInError && error.reason === 'NotAuthorizedException')) throw error;
  });
}

/** Sends another code. Earlier codes are no longer valid. */
export async function resendConfirmationCode(options: CognitoOptions, email: string): Promise<void> {
  await ask(options, 'ResendConfirmationCode', { Username: email });
}

/** Calls Cognito's API over plain HTTP: four calls without credentials need no SDK. */
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
  if (!response.ok) throw rejection(action, response.status, answer.__type);
  return answer;
}

const words: readonly (readonly [RegExp, string])[] = [
  [/NotAuthorizedException|UserNotFoundException/, 'Incorrect email or password.'],
  [/TooManyRequests|LimitExceeded|TooManyFailedAttempts/, 'Too many attempts. Wait a minute, then try again.'],
  [/UserNotConfirmed|PasswordResetRequired/, 'Confirm this account first.'],
  [/UsernameExists/, 'An account with this email already exists. Sign in instead.'],
  [
    /InvalidPassword/,
    'The password needs at least 12 characters, with upper- and lowercase letters, a digit and a symbol.',
  ],
  [/CodeMismatch/, 'The code is incorrect.'],
  [/ExpiredCode/, 'The code has expired. Request another one.'],
  [/CodeDelivery/, 'We could not send a mail to this address. Check that it is correct.'],
  [/InvalidParameter/, 'The email address or the code is invalid.'],
];

function rejection(action: string, status: number, type = ''): Error {
  const reason = type.replace(/^.*#/, '');
  const message = words.find(([pattern]) => pattern.test(reason))?.[1];
  return message
    ? new SignInError(message, reason)
    : new Error(`${action} was answered ${status}${reason && ` (${reason})`}.`);
}
