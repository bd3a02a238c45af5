import type { Exception } from './finding.ts';

/** Accepted findings of all gates on templates. An exception without a finding fails the gates too. */
export const exceptions: readonly Exception[] = [
  {
    rule: 'AwsSolutions-SQS3',
    where: /DeadLetters\/Queue\/Resource$/,
    reason:
      "cdk-nag knows a dead letter queue by a redrive policy only; these take what rules, streams and aliases can't deliver. The shop's own rule `queue-without-dead-letters` knows those too.",
  },
  {
    rule: /^(managed-policy|AwsSolutions-IAM4\[.*AmazonAPIGatewayPushToCloudWatchLogs\])$/,
    where: /-platform\/ApiGatewayLogs/,
    reason:
      'The one role with which API Gateway writes the logs of all APIs of the account: AWS documents this managed policy for it, and checks the role for what is in it.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    where: /^waypost-(sandbox|staging|prod)-.*\/Role\/Resource$/,
    reason:
      'X-Ray has no resources that a policy could name: PutTraceSegments and PutTelemetryRecords of each function.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    where:
      /-(order|booking)\/(prepare-order|arrange-shipments|stop-shipments|(order|booking)-workflow)\/Role\/DefaultPolicy\/Resource$/,
    reason: 'Log deliveries, with which Step Functions writes its logs, have no resources that a policy could name.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    where:
      /-order\/(await-\w+|record-authentication|redrive-order|request-cancellation|review-order|sweep-orders)\/Role\/DefaultPolicy\//,
    reason: 'SendTaskSuccess names its task by a token alone, for which there is no resource that a policy could name.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<\w+Table\w+\.Arn>\/stream\/\*\]$/,
    where: /\/(project-entries|relay-outbox|send-webhooks)\/Role\/DefaultPolicy\/Resource$/,
    reason: 'ListStreams applies to a table and not to one of its streams, whose names contain their creation time.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::arn:.*:execution:<(order|booking)workflowStateMachine\w+\.Name>:\*\]$/,
    where: /-(order|booking)\/(sweep|redrive)-(order|booking)s?\/Role\/DefaultPolicy\/Resource$/,
    reason:
      'An execution is named by what it drives and the attempt, so a policy can name the workflow and no execution of it.',
  },
  {
    rule: 'AwsSolutions-COG2',
    where: /-identity\/Shoppers\/Resource$/,
    reason: 'Shoppers sign in with a password alone: a second factor on every purchase would keep them from buying.',
  },
  {
    rule: 'AwsSolutions-COG8',
    where: /-identity\/Shoppers\/Resource$/,
    reason: 'The plus plan has a price per active user; it is a decision for production.',
  },
  {
    rule: 'AwsSolutions-DDB3',
    where: /^waypost-(local|sandbox)-/,
    reason: 'Stages to try things on: their data goes with the stage. Staging and prod recover to any second.',
  },
  {
    rule: /^AwsSolutions-APIG[16]$/,
    where: /^waypost-local-/,
    reason: 'The local engine writes no logs of its gateway.',
  },
  {
    rule: 'AwsSolutions-APIG2',
    where: /\/Api\/Api\/Resource$/,
    reason:
      'The gateway validates parameters and headers; functions validate bodies from the schemas that it would be given, and name every fault by its JSON pointer, which the gateway does not.',
  },
  {
    rule: 'AwsSolutions-APIG3',
    where: /\/Api\/Api\/DeploymentStage\.v1\/Resource$/,
    reason: 'No firewall yet: each API is throttled, and a regional WAF comes with the front door.',
  },
  {
    rule: /^AwsSolutions-(APIG|COG)4$/,
    where:
      /-(catalog|inventory|booking)\/Api\/Api\/Default\/(products|products\/\{sku\}|stock\/\{sku\}|destinations|flights|hotels)\/(GET|HEAD)\/Resource$/,
    reason: 'Visitors of the shop need no sign-in.',
  },
  {
    rule: /^AwsSolutions-(APIG|COG)4$/,
    where: /-sandbox\/Api\/Api\/Default\/(v1|mails|carrier|airline|hotel|sandbox\/authenticate)\b/,
    reason:
      'The simulated external services use no user pool: the payment provider identifies callers by their API key, like the real one; inbox, carrier, airline and hotel are open on simulated stages; and the bank’s page is protected by its unguessable link.',
  },
  {
    rule: /^AwsSolutions-(APIG|COG)4$/,
    where: /-webhook\/Api\/Api\/Default\/webhooks\/(payment|carrier)\/POST\/Resource$/,
    reason: 'Who sends a webhook has no token: its signature says who it is, and the function refuses any other.',
  },
  {
    rule: 'AwsSolutions-SF1',
    where:
      /-(order|booking)\/(prepare-order|arrange-shipments|stop-shipments|(order|booking)-workflow)\/StateMachine\/Resource$/,
    reason:
      'Only errors are logged, and never data: addresses flow through. The history of an execution has every step.',
  },
  {
    rule: 'AwsSolutions-SF2',
    where: /^waypost-local-(order|booking)\//,
    reason: 'The local engine has no X-Ray.',
  },
  {
    rule: 'AwsSolutions-SMG4',
    where: /-payment\/ProviderKey\/Resource$/,
    reason: "The key is the payment provider's: a person makes a new one there and puts it here.",
  },
  {
    rule: 'AwsSolutions-SMG4',
    where: /-webhook\/(Payment|Carrier)Secret\/Resource$/,
    reason: 'Provider and shop must have the same secret: a person replaces it on both sides, while both are valid.',
  },
  {
    rule: 'queue-receives',
    where: /-shipping\/(?:ConfirmedOrders|RequestedReturns)Queue\w+$/,
    reason: 'The carrier may be away for half an hour, and is not the shop’s to mend; parcels wait for it packed.',
  },
  {
    rule: 'queue-receives',
    where: /-payment\/ReceivedReturnsQueue\w+$/,
    reason: 'The provider may be away for an hour, and is not the shop’s to mend; shoppers’ money waits for it.',
  },
  {
    rule: 'queue-receives',
    where: /-sandbox\/WebhooksQueue\w+$/,
    reason: 'A provider goes on sending webhooks while the shop is away; the simulated one does for an hour.',
  },
  {
    rule: 'W3005',
    where: /./,
    reason: 'CDK writes DependsOn for roles and policies whether or not a reference says the same.',
  },
  {
    rule: /^AwsSolutions-(APIG4|COG4)$/,
    where: /-order\/Api\/Api\/Default\/carts\/\{id\}\/(items\/\{sku\}\/)?(GET|HEAD|PUT|DELETE)\/Resource$/,
    reason:
      "A cart is a guest's, who knows its id, or its owner's, whose token the function verifies itself (docs/adr/0017).",
  },
  {
    rule: 'function-invokes-function',
    where: /-order\/(getcart|putcartitem|deletecartitem|claimcart)Role\w+$/,
    reason:
      'A cart shows the current stock, which only inventory knows: a workflow would be slow, and a projection would need an event for every reservation. Without a result, the cart omits the stock (docs/adr/0018).',
  },
];
