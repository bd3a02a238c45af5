/** Prices per unit in US dollars: public on-demand list prices of us-east-1, without free tiers. */
export const prices = {
  apiRequest: { dollars: 3.5e-6, of: 'REST API request', source: 'https://aws.amazon.com/api-gateway/pricing/' },
  invocation: { dollars: 0.2e-6, of: 'function invocation', source: 'https://aws.amazon.com/lambda/pricing/' },
  functionGigabyteSecond: {
    dollars: 1.33334e-5,
    of: 'GB-second of functions on arm64',
    source: 'https://aws.amazon.com/lambda/pricing/',
  },
  standardTransition: {
    dollars: 25e-6,
    of: 'transition of a Standard workflow',
    source: 'https://aws.amazon.com/step-functions/pricing/',
  },
  expressExecution: {
    dollars: 1e-6,
    of: 'execution of an Express workflow',
    source: 'https://aws.amazon.com/step-functions/pricing/',
  },
  expressGigabyteSecond: {
    dollars: 1.667e-5,
    of: 'GB-second of Express workflows',
    source: 'https://aws.amazon.com/step-functions/pricing/',
  },
  writeUnit: {
    dollars: 0.625e-6,
    of: 'write request unit',
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
  },
  readUnit: {
    dollars: 0.125e-6,
    of: 'read request unit',
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
  },
  customEvent: { dollars: 1e-6, of: 'event put on the bus', source: 'https://aws.amazon.com/eventbridge/pricing/' },
  topicPublish: { dollars: 0.5e-6, of: 'publish to a topic', source: 'https://aws.amazon.com/sns/pricing/' },
  queueRequest: { dollars: 0.4e-6, of: 'request to a queue', source: 'https://aws.amazon.com/sqs/pricing/' },
  mail: { dollars: 1e-4, of: 'mail sent', source: 'https://aws.amazon.com/ses/pricing/' },
  logGigabyte: { dollars: 0.5, of: 'GB of logs', source: 'https://aws.amazon.com/cloudwatch/pricing/' },
} as const;
export type PriceName = keyof typeof prices;
