import { RemovalPolicy, type App } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { ContractStack } from '../support/contract-stack.ts';

export function defineTables(app: App): ContractStack {
  const stack = new ContractStack(app, 'tables');
  const table = new Table(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  stack.tell('Table', table.tableName);
  return stack;
}
