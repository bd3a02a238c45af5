import { describe, expect, it } from 'vitest';
import { confirmSignUp, resendConfirmationCode, signUp } from './cognito.ts';

/** Cognito with a fixed response, and a record of its requests. */
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

describe('a new account', () => {
  it.each([
    ['a code was sent to its address', { UserConfirmed: false }, 'code_sent'],
    ['the user pool asks for no code', { UserConfirmed: true }, 'confirmed'],
  ])('states whether %s', async (_, answer, expected) => {
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
    ['InvalidPasswordException', /at least 12 characters/],
    ['InvalidParameterException', /is invalid/],
    ['com.amazonaws.cognito#LimitExceededException', /Too many/],
  ])('is rejected with a readable message: %s', async (__type, words) => {
    await expect(signUp(cognito({ __type }, 400).options, ada)).rejects.toMatchObject({
      name: 'SignInError',
      message: expect.stringMatching(words),
    });
  });

  it('reports an error that it can’t explain', async () => {
    await expect(signUp(cognito({ __type: 'InternalErrorException' }, 500).options, ada)).rejects.toThrow(
      'SignUp was answered 500 (InternalErrorException).',
    );
  });
});

describe('a code', () => {
  it.each([
    ['CodeMismatchException', /incorrect/],
    ['ExpiredCodeException', /expired/],
  ])('is rejected with a readable message: %s', async (__type, words) => {
    await expect(confirmSignUp(cognito({ __type }, 400).options, ada.email, '1')).rejects.toThrow(words);
  });

  it('for a confirmed account changes nothing', async () => {
    const { options } = cognito({ __type: 'NotAuthorizedException' }, 400);
    await expect(confirmSignUp(options, ada.email, '1')).resolves.toBeUndefined();
  });

  it('is sent again on request', async () => {
    const { options, asked } = cognito({});
    await resendConfirmationCode(options, ada.email);
    expect(asked).toMatchObject([{ target: 'AWSCognitoIdentityProviderService.ResendConfirmationCode' }]);
  });
});
