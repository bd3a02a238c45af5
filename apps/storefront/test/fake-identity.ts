import type { Call, Reply } from './fake-call.ts';
import { Rejected } from './rejected.ts';

export const sampleUsers = [
  { label: 'Robin, a shopper', email: 'robin@example.com', password: 'Fell-walker-1' },
  { label: 'Sam, another shopper', email: 'sam@example.com', password: 'Ridge-walker-2' },
];

/** Stored session of a signed-in shopper. */
export const sessionOf = (email: string): string =>
  JSON.stringify({ email, idToken: `token-of-${email}`, refreshToken: 'refresh', expiresAt: Date.now() + 3_600_000 });

/** Cognito with the sample users and new accounts. */
export class FakeIdentity {
  /** Code that was mailed last. */
  code = '';
  readonly #made = new Map<string, { readonly password: string; confirmed: boolean }>();

  reset(): void {
    this.#made.clear();
  }

  answer({ headers, body }: Call): Reply {
    const input: CognitoInput = JSON.parse(body);
    const [, action = ''] = String(headers['x-amz-target']).split('.');
    switch (action) {
      case 'SignUp':
        return this.#signUp(input);
      case 'ResendConfirmationCode':
        this.#mailCode();
        return { status: 200, body: {} };
      case 'ConfirmSignUp':
        return this.#confirm(input);
      default:
        return this.#initiateAuth(input);
    }
  }

  #signUp({ Username = '', Password = '' }: CognitoInput): Reply {
    if (sampleUsers.some(({ email }) => email === Username) || this.#made.has(Username))
      return refused('UsernameExistsException');
    if (Password.length < 12) return refused('InvalidPasswordException');
    this.#made.set(Username, { password: Password, confirmed: false });
    this.#mailCode();
    return { status: 200, body: { UserConfirmed: false } };
  }

  #mailCode(): void {
    this.code = String(Number(this.code || 100_000) + 1);
  }

  #confirm({ Username = '', ConfirmationCode }: CognitoInput): Reply {
    const user = this.#made.get(Username);
    if (!user || ConfirmationCode !== this.code) return refused('CodeMismatchException');
    user.confirmed = true;
    return { status: 200, body: {} };
  }

  #initiateAuth({ AuthParameters: { USERNAME = '', PASSWORD } = {} }: CognitoInput): Reply {
    const made = this.#made.get(USERNAME);
    const password = made?.password ?? sampleUsers.find(({ email }) => email === USERNAME)?.password;
    if (password === undefined || password !== PASSWORD) return refused('NotAuthorizedException');
    if (made?.confirmed === false) return refused('UserNotConfirmedException');
    const IdToken = `token-of-${USERNAME}`;
    const AuthenticationResult = { IdToken, RefreshToken: 'refresh', ExpiresIn: 3600, TokenType: 'Bearer' };
    return { status: 200, body: { AuthenticationResult } };
  }
}

interface CognitoInput {
  readonly AuthParameters?: { readonly USERNAME?: string; readonly PASSWORD?: string };
  readonly Username?: string;
  readonly Password?: string;
  readonly ConfirmationCode?: string;
}

const refused = (__type: string): Reply => ({ status: 400, body: { __type, message: 'No.' } });

/** Returns the caller, if the request has a token. */
export const guestOf = ({ headers }: Call): string | undefined =>
  /^Bearer token-of-(.+)$/.exec(headers.authorization ?? '')?.[1];

/** Returns the caller by the token. */
export function shopperOf(call: Call): string {
  const shopper = guestOf(call);
  if (!shopper) throw new Rejected({ status: 401, title: 'Unauthorized', detail: 'Sign in required.' });
  return shopper;
}
