import { parseTemplate, type SynthesizedStack } from '../template.ts';

const getAtt = (id: string, attribute = 'Arn') => ({ 'Fn::GetAtt': [id, attribute] });
const ref = (id: string) => ({ Ref: id });
const resource = (Type: string, Properties: Record<string, unknown>) => ({ Type, Properties });

/** A small stack without faults that has one resource of each kind that the rules check. Tests plant faults in it. */
const sound = {
  AlarmTopic: resource('AWS::SNS::Topic', {}),
  Queue: resource('AWS::SQS::Queue', {
    MessageRetentionPeriod: 345600,
    RedrivePolicy: { deadLetterTargetArn: getAtt('DeadLetters'), maxReceiveCount: 3 },
  }),
  DeadLetters: resource('AWS::SQS::Queue', { MessageRetentionPeriod: 1209600 }),
  DeadLettersAlarm: resource('AWS::CloudWatch::Alarm', {
    AlarmDescription: 'Impact: mails are late',
    AlarmActions: [ref('AlarmTopic')],
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Dimensions: [{ Name: 'QueueName', Value: getAtt('DeadLetters', 'QueueName') }],
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  }),
  Logs: resource('AWS::Logs::LogGroup', { RetentionInDays: 7 }),
  Role: resource('AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } }] },
    Policies: [
      { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: getAtt('Logs') }] } },
    ],
  }),
  RolePolicy: resource('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [{ Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: getAtt('DeadLetters') }],
    },
    Roles: [ref('Role')],
  }),
  Handler: resource('AWS::Lambda::Function', {
    Role: getAtt('Role'),
    LoggingConfig: { LogGroup: ref('Logs') },
    Environment: { Variables: { TABLE_NAME: ref('Table'), API_KEY_SECRET_ARN: ref('Secret') } },
  }),
  Version: resource('AWS::Lambda::Version', { FunctionName: ref('Handler') }),
  Live: resource('AWS::Lambda::Alias', { FunctionName: ref('Handler'), Name: 'live' }),
  AsyncConfig: resource('AWS::Lambda::EventInvokeConfig', {
    FunctionName: ref('Handler'),
    Qualifier: 'live',
    DestinationConfig: { OnFailure: { Destination: getAtt('DeadLetters') } },
  }),
  Rule: resource('AWS::Events::Rule', {
    Targets: [
      {
        Id: 'Target0',
        Arn: ref('Live'),
        DeadLetterConfig: { Arn: getAtt('DeadLetters') },
        RetryPolicy: { MaximumRetryAttempts: 8 },
      },
    ],
  }),
  Subscription: resource('AWS::SNS::Subscription', {
    Protocol: 'sqs',
    Endpoint: getAtt('Queue'),
    RedrivePolicy: { deadLetterTargetArn: getAtt('DeadLetters') },
  }),
  QueueMapping: resource('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: getAtt('Queue'),
    FunctionName: ref('Live'),
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  }),
  StreamMapping: resource('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: getAtt('Table', 'StreamArn'),
    FunctionName: ref('Live'),
    StartingPosition: 'TRIM_HORIZON',
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    DestinationConfig: { OnFailure: { Destination: getAtt('DeadLetters') } },
  }),
};

export type SoundResource = keyof typeof sound;
export type Changes = Partial<Record<SoundResource, Record<string, unknown>>>;

/** The stack with changed properties of its resources; `undefined` removes a property. */
export function soundStackBut(changes: Changes): SynthesizedStack {
  const resources = Object.entries(sound).map(([id, { Type, Properties }]) => {
    const changed = { ...Properties, ...Object.entries(changes).find(([changedId]) => changedId === id)?.[1] };
    return [id, resource(Type, changed)] as const;
  });
  return stackOf('sound', { Resources: Object.fromEntries(resources) });
}

/** A stack as if it were synthesized. */
export function stackOf(name: string, template: object, below: readonly string[] = []): SynthesizedStack {
  return {
    name,
    template: parseTemplate(JSON.parse(JSON.stringify(template))),
    templateFile: '',
    below: new Set(below),
  };
}
