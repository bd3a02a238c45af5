import type { Call, Reply } from './fake-call.ts';
import { Refused } from './fake-refusal.ts';

export const sampleUsers = [
  { label: 'Robin, a shopper', email: 'robin@example.com', password: 'Fell-walker-1' },
  { label: 'Sam, another shopper', email: 'sam@example.com', password: 'Ridge-walker-2' },
];

/** What a tab keeps of somebody who signed in. */
export const sessionOf = (email: string): string =>
  JSON.stringify({ email, idToken: `token-of-${email}`, refreshToken: 'refresh', expiresAt: Date.now() + 3_600_000 });

/** Cognito: the sample users, and who signed up since. */
export class FakeIdentity {
  /** The code that was mailed last. */
  code = '';
  readonly #made = new Map<string, { readonly password: string; confirmed: boolean }>();

  reset(): void {
    this.#made.clear();
  }

  answer({ headers, body }: Call): Reply {
    const asked: Asked = JSON.parse(body);
    const [, action = ''] = String(headers['x-amz-target']).split('.');
    switch (action) {
      case 'SignUp':
        return this.#signUp(asked);
      case 'ResendConfirmationCode':
        this.#mailCode();
        return { status: 200, body: {} };
      case 'ConfirmSignUp':
        return this.#confirm(asked);
      default:
        return this.#initiateAuth(asked);
    }
  }

  #signUp({ Username = '', Password = '' }: Asked): Reply {
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

  #confirm({ Username = '', ConfirmationCode }: Asked): Reply {
    const user = this.#made.get(Username);
    if (!user || ConfirmationCode !== this.code) return refused('CodeMismatchException');
    user.confirmed = true;
    return { status: 200, body: {} };
  }

  #initiateAuth({ AuthParameters: { USERNAME = '', PASSWORD } = {} }: Asked): Reply {
    const made = this.#made.get(USERNAME);
    const password = made?.password ?? sampleUsers.find(({ email }) => email === USERNAME)?.password;
    if (password === undefined || password !== PASSWORD) return refused('NotAuthorizedException');
    if (made?.confirmed === false) return refused('UserNotConfirmedException');
    const IdToken = `token-of-${USERNAME}`;
    const AuthenticationResult = { IdToken, RefreshToken: 'refresh', ExpiresIn: 3600, TokenType: 'Bearer' };
    return { status: 200, body: { AuthenticationResult } };
  }
}

interface Asked {
  readonly AuthParameters?: { readonly USERNAME?: string; readonly PASSWORD?: string };
  readonly Username?: string;
  readonly Password?: string;
  readonly ConfirmationCode?: string;
}

const refused = (__type: string): Reply => ({ status: 400, body: { __type, message: 'No.' } });

/** Who asks, if a token says it. */
export const guestOf = ({ headers }: Call): string | undefined =>
  /^Bearer token-of-(.+)$/.exec(headers.authorization ?? '')?.[1];

/** Who asks, as the token says. */
export function shopperOf(call: Call): string {
  const shopper = guestOf(call);
  if (!shopper) throw new Refused({ status: 401, title: 'Unauthorized', detail: 'Sign in first.' });
  return shopper;
}
