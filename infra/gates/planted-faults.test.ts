import { describe, expect, it } from 'vitest';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Finding } from './finding.ts';
import { nagFindings } from './nag.ts';
import { breachesOf } from './rules/rules.ts';
import { stackOf } from './rules/sound-stack.ts';
import { synthesizeOne } from './synthesize.ts';
import { workflowFindings } from './workflows.ts';

const rulesOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ rule }) => rule))].toSorted();

describe('a synthesized stack with only a queue', () => {
  const { app, stacks } = synthesizeOne((stack) => new Queue(stack, 'Lonely'));

  it("has findings of the shop's own rules", () => {
    expect(rulesOf(breachesOf(stacks))).toEqual(['queue-without-dead-letters']);
  });

  it('has findings of cdk-nag: no dead-letter queue, and messages without TLS', () => {
    expect(rulesOf(nagFindings(app))).toEqual(['AwsSolutions-SQS3', 'AwsSolutions-SQS4']);
  });
});

describe('a workflow', () => {
  const task = (changes: object) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: 'FUNCTION', Payload: '{% $states.input %}' },
    End: true,
    ...changes,
  });
  /** A state in a definition as CDK writes it: text with references. */
  const messagesOf = (state: object) => {
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Ask', States: { Ask: state } });
    const [before, after] = definition.split('FUNCTION');
    const DefinitionString = { 'Fn::Join': ['', [before, { Ref: 'ReserveStock' }, after ?? '']] };
    const workflow = { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString } };
    return workflowFindings(stackOf('tried', { Resources: { workflow } })).map(({ message }) => message);
  };

  it('has no finding when it is valid', () => {
    expect(messagesOf(task({}))).toEqual([]);
  });

  it('has a finding for an unknown state', () => {
    expect(messagesOf(task({ End: undefined, Next: 'Nowhere' }))).toEqual([expect.stringContaining('Nowhere')]);
  });

  it('has a finding for fields of the other query language', () => {
    expect(messagesOf(task({ Parameters: {} }))).toHaveLength(1);
  });

  it('has a finding for an invalid JSONata expression', () => {
    expect(messagesOf(task({ Output: '{% $states.( %}' }))).toEqual([expect.stringContaining('/States/Ask/Output')]);
  });

  it('has a finding without a definition', () => {
    const workflow = { Type: 'AWS::StepFunctions::StateMachine', Properties: {} };
    expect(workflowFindings(stackOf('tried', { Resources: { workflow } }))).toHaveLength(1);
  });
});
