import { publishParameter, stackId, type StackInput, stackProps } from '@waypost/cdk-kit';
import { Duration, Stack } from 'aws-cdk-lib';
import { AccountRecovery, CfnUserPoolGroup, UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';

/** User pool: shoppers sign up with their email address; operators are members of the group `operator`. */
export class IdentityStack extends Stack {
  constructor(scope: Construct, { stage }: StackInput) {
    super(scope, stackId('identity', stage), stackProps('identity', stage));
    const userPool = new UserPool(this, 'Shoppers', {
      userPoolName: `waypost-${stage.name}`,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      // Can't be changed after creation.
      signInCaseSensitive: false,
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: stage.deletionProtection,
      removalPolicy: stage.removalPolicy,
    });
    new CfnUserPoolGroup(this, 'Operators', {
      userPoolId: userPool.userPoolId,
      groupName: 'operator',
      description: 'Operators of the shop',
    });
    const client = userPool.addClient('Web', {
      authFlows: { userPassword: true, userSrp: true },
      idTokenValidity: Duration.hours(1),
      preventUserExistenceErrors: true,
    });

    const publish = (name: string, value: string) => publishParameter(this, { stage, owner: 'identity', name, value });
    publish('user-pool-arn', userPool.userPoolArn);
    publish('user-pool-id', userPool.userPoolId);
    publish('client-id', client.userPoolClientId);
  }
}
