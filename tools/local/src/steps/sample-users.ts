import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { StageError } from '../stage-error.ts';
import type { SampleUser } from '@waypost/test-kit';
import type { StageFile } from '../stage-file.ts';
import { clientOptions } from '../target.ts';
import type { Target } from '../target.ts';

/** Users of a local stage. Their passwords are no secrets: they are valid on this machine's stage only. */
export const sampleUsers: StageFile['users'] = {
  shopper: { email: 'ada@example.com', password: 'Waypost-Ada-2026' },
  secondShopper: { email: 'ben@example.com', password: 'Waypost-Ben-2026' },
  operator: { email: 'olga@example.com', password: 'Waypost-Olga-2026' },
};

const client = (target: Target) => new CognitoIdentityProviderClient(clientOptions(target));

/** Creates the sample users, idempotently, and adds the operator to their group. */
export async function makeSampleUsers(target: Target, userPoolId: string): Promise<void> {
  const cognito = client(target);
  await Promise.all(Object.values(sampleUsers).map((user) => makeUser(cognito, userPoolId, user)));
  const { email } = sampleUsers.operator;
  await cognito.send(
    new AdminAddUserToGroupCommand({ UserPoolId: userPoolId, Username: email, GroupName: 'operator' }),
  );
}

async function makeUser(cognito: CognitoIdentityProviderClient, userPoolId: string, user: SampleUser): Promise<void> {
  const { email, password } = user;
  const create = new AdminCreateUserCommand({
    UserPoolId: userPoolId,
    Username: email,
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ],
  });
  try {
    await cognito.send(create);
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error;
  }
  const permanent = { UserPoolId: userPoolId, Username: email, Password: password, Permanent: true };
  await cognito.send(new AdminSetUserPasswordCommand(permanent));
}

/** The ID token that the APIs take. */
export async function signIn(target: Target, clientId: string, { email, password }: SampleUser): Promise<string> {
  const answer = await client(target).send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
    }),
  );
  const token = answer.AuthenticationResult?.IdToken;
  if (!token) throw new StageError(`${email} could not sign in.`, 'Forget the stage and start anew: npm run reset');
  return token;
}
