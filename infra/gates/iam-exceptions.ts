import type { Exception } from './finding.ts';

/** Grants without a call in any test, and expected rejections. Findings have the form `<stack>/<role>/<action>`. */
export const iamExceptions: readonly Exception[] = [
  {
    rule: 'unused-grant',
    where: /\/(logs|xray):\w+$/,
    reason: 'Lambda and Step Functions write logs and traces by themselves; the engine asks no permission for them.',
  },
  {
    rule: 'unused-grant',
    where:
      /\/(sqs:(ReceiveMessage|DeleteMessage|ChangeMessageVisibility|GetQueueAttributes|GetQueueUrl)|dynamodb:(GetRecords|GetShardIterator|DescribeStream|ListStreams))$/,
    reason:
      "Lambda polls queues and streams with the function's role, with the calls that its documentation names; not every one is made on every poll.",
  },
  {
    rule: 'unused-grant',
    where:
      /-(order|booking)\/redrive(order|booking)\w*\/(dynamodb:PutItem|states:(StartExecution|StartSyncExecution|SendTaskSuccess))$/i,
    reason: 'Redrives by operators use the same use case as the sweeper, which the tests run.',
  },
  {
    rule: 'unused-grant',
    where:
      /-(order|booking)\/sweep(order|booking)s\w*\/(dynamodb:PutItem|states:(StartExecution|StartSyncExecution|SendTaskSuccess))$/i,
    reason:
      'What a sweep does depends on the moment at which a stage was killed; a decision that was recorded and never told takes a crash between the two.',
  },
  {
    rule: 'unused-grant',
    where: /-order\/await(review|payment)\w*\/states:SendTaskSuccess$/i,
    reason: 'A wait is answered at once where the decision came first, which is a matter of moments on a stage.',
  },
  {
    rule: 'unused-grant',
    where: /-sandbox\/\w+\/dynamodb:UpdateItem$/i,
    reason: 'A fault is counted down when it occurs, and an injected fault may never occur.',
  },
  {
    rule: 'unused-grant',
    where: /-sandbox\/createpaymentintent\w*\/ssm:GetParameter$/i,
    reason: "The bank's page is at the provider's own address only where the stage has no storefront.",
  },
  {
    rule: 'unused-grant',
    where: /-sandbox\/listrefunds\w*\/dynamodb:GetItem$/i,
    reason:
      'Refunds are listed only after several responses to a refund were lost, since the library retries once itself; the use case is tested with a provider in memory.',
  },
  {
    rule: 'unused-grant',
    where: /-inventory\/expirereservations\w*\/dynamodb:(GetItem|BatchGetItem|PutItem)$/i,
    reason: 'No reservation of a test gets so old; the use case is tried on stock in memory and in the simulation.',
  },
  {
    rule: 'unused-grant',
    where: /\/sqs:SendMessage$/,
    reason:
      "Every consumer may park what it can't work on in its own dead letter queue; poison is tried on one consumer of each kind.",
  },
];
