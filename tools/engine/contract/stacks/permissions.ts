import { RemovalPolicy, SecretValue, type App } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { CfnRule, EventBus } from 'aws-cdk-lib/aws-events';
import { AccountRootPrincipal, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { ContractStack } from '../support/contract-stack.ts';
import { machine, task } from './workflows.ts';

export function definePermissions(app: App): ContractStack {
  const stack = new ContractStack(app, 'permissions');
  const table = new Table(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const secret = new Secret(stack, 'Secret', { secretStringValue: SecretValue.unsafePlainText('contract') });
  const generated = new Secret(stack, 'Generated', {
    generateSecretString: {
      secretStringTemplate: '{}',
      generateStringKey: 'key',
      excludePunctuation: true,
      passwordLength: 64,
    },
  });
  const writer = new Role(stack, 'Writer', { assumedBy: new AccountRootPrincipal() });
  table.grant(writer, 'dynamodb:PutItem', 'dynamodb:ConditionCheckItem');
  secret.grantRead(writer);
  generated.grantRead(writer);
  stack.tell('Generated', generated.secretArn);
  stack.tell('Table', table.tableName);
  stack.tell('Secret', secret.secretArn);
  stack.tell('Writer', writer.roleArn);
  stack.tell('WriterName', writer.roleName);

  const invoked = stack.inlineFunction('Invoked', `exports.handler = async () => 'done';`);
  const refused = stack.queue('Refused');
  refused.grantSendMessages(new ServicePrincipal('events.amazonaws.com'));
  stack.tell('RefusedArn', refused.queueArn);
  const bus = new EventBus(stack, 'Bus');
  bus.applyRemovalPolicy(RemovalPolicy.DESTROY);
  stack.tell('Bus', bus.eventBusName);
  new CfnRule(stack, 'Rule', {
    eventBusName: bus.eventBusName,
    eventPattern: { source: ['waypost.contract'] },
    targets: [{ id: 'Target', arn: invoked.functionArn, deadLetterConfig: { arn: refused.queueArn } }],
  });

  const definition = { StartAt: 'Ask', States: { Ask: task(invoked) } };
  machine(stack, 'Granted', definition, { invokes: invoked });
  machine(stack, 'NotGranted', definition);
  return stack;
}
