import type { Exception } from './finding.ts';

/** Grants that stay though no test's call needed them, and refusals that are meant. Findings read `<stack>/<role>/<action>`. */
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
    where: /\/sqs:SendMessage$/,
    reason:
      "Every consumer may park what it can't work on in its own dead letter queue; poison is tried on one consumer of each kind.",
  },
];
