import { describe, expect, it } from 'vitest';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Finding } from './finding.ts';
import { nagFindings } from './nag.ts';
import { breachesOf } from './rules/rules.ts';
import { stackOf } from './rules/sound-stack.ts';
import { synthesizeOne } from './synthesize.ts';
import { workflowFindings } from './workflows.ts';

const rulesOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ rule }) => rule))].toSorted();

describe('a stack that CDK synthesized with a queue alone', () => {
  const { app, stacks } = synthesizeOne((stack) => new Queue(stack, 'Lonely'));

  it("is held to the shop's own rules", () => {
    expect(rulesOf(breachesOf(stacks))).toEqual(['queue-without-dead-letters']);
  });

  it('is told by cdk-nag that it has no dead letters and takes messages without TLS', () => {
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
  /** The state in a definition as CDK writes it: a text with references in it. */
  const messagesOf = (state: object) => {
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Ask', States: { Ask: state } });
    const [before, after] = definition.split('FUNCTION');
    const DefinitionString = { 'Fn::Join': ['', [before, { Ref: 'ReserveStock' }, after ?? '']] };
    const workflow = { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString } };
    return workflowFindings(stackOf('tried', { Resources: { workflow } })).map(({ message }) => message);
  };

  it('is accepted as it should be', () => {
    expect(messagesOf(task({}))).toEqual([]);
  });

  it('is told of a state that there is not', () => {
    expect(messagesOf(task({ End: undefined, Next: 'Nowhere' }))).toEqual([expect.stringContaining('Nowhere')]);
  });

  it('is told of fields of the other query language', () => {
    expect(messagesOf(task({ Parameters: {} }))).toHaveLength(1);
  });

  it('is told of an expression that JSONata cannot read', () => {
    expect(messagesOf(task({ Output: '{% $states.( %}' }))).toEqual([expect.stringContaining('/States/Ask/Output')]);
  });

  it('is told when it has no definition', () => {
    const workflow = { Type: 'AWS::StepFunctions::StateMachine', Properties: {} };
    expect(workflowFindings(stackOf('tried', { Resources: { workflow } }))).toHaveLength(1);
  });
});
