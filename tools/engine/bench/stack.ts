import { RemovalPolicy, type App } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { ContractStack } from '../contract/support/contract-stack.ts';

/** One table, one queue and one function that does nothing. */
export function defineBench(app: App): ContractStack {
  const stack = new ContractStack(app, 'bench');
  const table = new Table(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  stack.tell('Table', table.tableName);
  stack.queue('Queue');
  stack.inlineFunction('Nothing', 'exports.handler = async (event) => event;');
  return stack;
}
