import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { configFrom } from '@waypost/service-kit';
import * as z from 'zod';
import type { AddressOf } from '../ports.ts';

const { USER_POOL_ID: UserPoolId } = configFrom({ USER_POOL_ID: z.string().min(1) });
const cognito = new CognitoIdentityProviderClient({});

/**
 * The address that a shopper signs in with. In a pool where people sign in with an alias, the `sub` stands for the user name.
 * Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html
 */
export const addressInUserPool: AddressOf = async (shopperId) => {
  const user = await cognito
    .send(new AdminGetUserCommand({ UserPoolId, Username: shopperId }))
    .catch((error: unknown) => {
      if (error instanceof UserNotFoundException) return undefined;
      throw error;
    });
  return user?.UserAttributes?.find(({ Name }) => Name === 'email')?.Value;
};
