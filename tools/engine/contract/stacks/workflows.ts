import type { App } from 'aws-cdk-lib';
import { DefinitionBody, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { ContractStack } from '../support/contract-stack.ts';

const TRIES = `let tries = 0;
exports.handler = async ({ throws, waits, succeedsAfter }) => {
  tries += 1;
  if (waits) await new Promise((resolve) => setTimeout(resolve, waits));
  if (throws && !(tries > succeedsAfter)) throw Object.assign(new Error('as asked'), { name: throws });
  return { tries };
};`;

type State = Record<string, unknown>;

/** A machine in JSONata that may invoke the function; its ARN is an output under its id. */
export function machine(
  stack: ContractStack,
  id: string,
  definition: { StartAt: string; States: Record<string, State>; TimeoutSeconds?: number },
  { invokes, type = StateMachineType.STANDARD }: { invokes?: LambdaFunction; type?: StateMachineType } = {},
): StateMachine {
  const body = DefinitionBody.fromString(JSON.stringify({ QueryLanguage: 'JSONata', ...definition }));
  const made = new StateMachine(stack, id, { definitionBody: body, stateMachineType: type });
  invokes?.grantInvoke(made);
  stack.tell(id, made.stateMachineArn);
  return made;
}

export const task = (invoked: LambdaFunction, more: State = {}): State => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: invoked.functionArn, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  End: true,
  ...more,
});

const caught = (...errors: string[]) => [{ ErrorEquals: errors, Output: '{% $states.errorOutput %}', Next: 'Caught' }];
const RETRY = [
  {
    ErrorEquals: ['Busy'],
    IntervalSeconds: 1,
    MaxDelaySeconds: 1,
    BackoffRate: 10,
    MaxAttempts: 3,
    JitterStrategy: 'FULL',
  },
];

function defineChild(stack: ContractStack, invokes: LambdaFunction): StateMachine {
  const each = {
    StartAt: 'Double',
    States: { Double: { Type: 'Pass', Output: '{% $states.input * $factor %}', End: true } },
  };
  const branches = [
    { StartAt: 'Ask', States: { Ask: task(invokes, { Assign: { factor: 100 } }) } },
    {
      StartAt: 'Each',
      States: { Each: { Type: 'Map', Items: '{% $states.input.numbers %}', ItemProcessor: each, End: true } },
    },
  ];
  const parallel = {
    Type: 'Parallel',
    Branches: branches,
    Arguments: {
      numbers: '{% $states.input.numbers %}',
      throws: '{% $exists($states.input.throws) ? $states.input.throws : null %}',
    },
    Output: {
      asked: '{% $exists($states.result[0].tries) %}',
      doubled: '{% $states.result[1] %}',
      factor: '{% $factor %}',
    },
    End: true,
  };
  const begin = { Type: 'Pass', Assign: { factor: 2 }, Next: 'Both' };
  const definition = { StartAt: 'Begin', States: { Begin: begin, Both: parallel } };
  return machine(stack, 'Child', definition, { invokes, type: StateMachineType.EXPRESS });
}

export function defineWorkflows(app: App): ContractStack {
  const stack = new ContractStack(app, 'workflows');
  const invokes = stack.inlineFunction('Trying', TRIES);
  const Caught = { Type: 'Succeed' };
  const ask = (more: State) => ({ StartAt: 'Ask', States: { Ask: task(invokes, more), Caught } });

  machine(stack, 'Catching', ask({ Catch: caught('OutOfStock') }), { invokes });
  machine(stack, 'Retrying', ask({ Retry: RETRY }), { invokes });
  machine(stack, 'TimingOut', ask({ TimeoutSeconds: 1, Catch: caught('States.Timeout') }), { invokes });
  machine(stack, 'Limited', { ...ask({ Catch: caught('States.ALL') }), TimeoutSeconds: 1 }, { invokes });
  const wait = { Wait: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', End: true } };
  machine(stack, 'Waiting', { StartAt: 'Wait', States: wait });

  const child = defineChild(stack, invokes);
  const startChild = {
    Type: 'Task',
    Resource: 'arn:aws:states:::aws-sdk:sfn:startSyncExecution',
    Arguments: { StateMachineArn: child.stateMachineArn, Input: '{% $string($states.input) %}' },
    Output: '{% {"status": $states.result.Status, "error": $states.result.Error, "output": $states.result.Output} %}',
    End: true,
  };
  const parent = machine(stack, 'Parent', { StartAt: 'Child', States: { Child: startChild } });
  child.grantStartSyncExecution(parent);
  return stack;
}
