/** What Cognito gives for a password or a refresh token. */
export interface Tokens {
  readonly idToken: string;
  readonly refreshToken: string | undefined;
  /** Seconds. */
  readonly expiresIn: number;
}

/** Sign-in was refused; the message is made for people. */
export class SignInRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SignInRefused';
  }
}

type Flow = { AuthFlow: 'USER_PASSWORD_AUTH' | 'REFRESH_TOKEN_AUTH'; AuthParameters: Readonly<Record<string, string>> };

/** Cognito's InitiateAuth, as plain HTTP: the one call that the shop needs is not worth an SDK. */
export async function initiateAuth(
  { endpoint, clientId, fetch: send = fetch }: { endpoint: string; clientId: string; fetch?: typeof fetch },
  flow: Flow,
): Promise<Tokens> {
  const response = await send(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({ ...flow, ClientId: clientId }),
  });
  const answer: {
    __type?: string;
    AuthenticationResult?: { IdToken?: string; RefreshToken?: string; ExpiresIn?: number };
  } = await response.json().catch(() => ({}));
  const { IdToken, RefreshToken, ExpiresIn } = answer.AuthenticationResult ?? {};
  if (!response.ok || !IdToken) throw refusal(response.status, answer.__type);
  return { idToken: IdToken, refreshToken: RefreshToken, expiresIn: ExpiresIn ?? 3600 };
}

function refusal(status: number, type = ''): Error {
  if (/NotAuthorizedException|UserNotFoundException/.test(type))
    return new SignInRefused('This email and password do not belong together.');
  if (/TooManyRequests|LimitExceeded/.test(type))
    return new SignInRefused('Too many attempts. Wait a minute and try again.');
  if (/UserNotConfirmed|PasswordResetRequired/.test(type))
    return new SignInRefused('This account has to be confirmed first.');
  return new Error(`Sign-in answered ${status}${type && ` (${type})`}.`);
}
