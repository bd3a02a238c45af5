import { describe, expect, it } from 'vitest';
import { confirmSignUp, resendConfirmationCode, signUp } from './cognito.ts';

/** Cognito with one answer, and what it was asked. */
function cognito(answer: object, status = 200) {
  const asked: { target: string | null; body: unknown }[] = [];
  const options = {
    endpoint: '/cognito',
    clientId: 'c',
    fetch: (_: unknown, init?: RequestInit) => {
      const target = new Headers(init?.headers).get('x-amz-target');
      asked.push({ target, body: JSON.parse(typeof init?.body === 'string' ? init.body : '{}') });
      return Promise.resolve(new Response(JSON.stringify(answer), { status }));
    },
  };
  return { options, asked };
}

const ada = { email: 'ada@example.com', password: 'Fell-walker-1' };

describe('an account that is made', () => {
  it.each([
    ['a code was sent to its address', { UserConfirmed: false }, 'code_sent'],
    ['the user pool asks for no code', { UserConfirmed: true }, 'confirmed'],
  ])('tells whether %s', async (_, answer, expected) => {
    const { options, asked } = cognito(answer);
    expect(await signUp(options, ada)).toBe(expected);
    expect(asked).toEqual([
      {
        target: 'AWSCognitoIdentityProviderService.SignUp',
        body: {
          ClientId: 'c',
          Username: ada.email,
          Password: ada.password,
          UserAttributes: [{ Name: 'email', Value: ada.email }],
        },
      },
    ]);
  });

  it.each([
    ['UsernameExistsException', /already/],
    ['InvalidPasswordException', /too weak/],
    ['InvalidParameterException', /can’t be an email address/],
    ['com.amazonaws.cognito#LimitExceededException', /Too many/],
  ])('is refused in words: %s', async (__type, words) => {
    await expect(signUp(cognito({ __type }, 400).options, ada)).rejects.toMatchObject({
      name: 'SignInRefused',
      message: expect.stringMatching(words),
    });
  });

  it('tells what it can’t explain', async () => {
    await expect(signUp(cognito({ __type: 'InternalErrorException' }, 500).options, ada)).rejects.toThrow(
      'SignUp was answered 500 (InternalErrorException).',
    );
  });
});

describe('a code', () => {
  it.each([
    ['CodeMismatchException', /not the code/],
    ['ExpiredCodeException', /run out/],
  ])('is refused in words: %s', async (__type, words) => {
    await expect(confirmSignUp(cognito({ __type }, 400).options, ada.email, '1')).rejects.toThrow(words);
  });

  it('for an account that is confirmed already changes nothing', async () => {
    const { options } = cognito({ __type: 'NotAuthorizedException' }, 400);
    await expect(confirmSignUp(options, ada.email, '1')).resolves.toBeUndefined();
  });

  it('is sent again when asked for', async () => {
    const { options, asked } = cognito({});
    await resendConfirmationCode(options, ada.email);
    expect(asked).toMatchObject([{ target: 'AWSCognitoIdentityProviderService.ResendConfirmationCode' }]);
  });
});
