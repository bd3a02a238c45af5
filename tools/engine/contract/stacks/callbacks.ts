import type { App } from 'aws-cdk-lib';
import { ContractStack } from '../support/contract-stack.ts';
import { machine } from './workflows.ts';

const CAUGHT = [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput %}', Next: 'Caught' }];

export function defineCallbacks(app: App): ContractStack {
  const stack = new ContractStack(app, 'callbacks');
  const queue = stack.queue('Asked');
  const throwing = stack.inlineFunction(
    'Throwing',
    `exports.handler = async () => { throw Object.assign(new Error('no'), { name: 'Refused' }); };`,
  );
  const ask = (question: string, more = {}) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    Arguments: {
      QueueUrl: queue.queueUrl,
      MessageBody: {
        token: '{% $states.context.Task.Token %}',
        execution: '{% $states.context.Execution.Id %}',
        question,
      },
    },
    TimeoutSeconds: 60,
    End: true,
    ...more,
  });
  const Caught = { Type: 'Succeed' };
  const asking = (more: object) => ({
    StartAt: 'Ask',
    States: { Ask: ask('one', { Catch: CAUGHT, ...more }), Caught },
  });
  const branch = (question: string) => ({ StartAt: question, States: { [question]: ask(question) } });

  const machines = [
    machine(stack, 'Asking', asking({})),
    machine(stack, 'Beating', asking({ HeartbeatSeconds: '{% $number("4") %}' })),
    machine(stack, 'AskingTwice', {
      StartAt: 'Both',
      States: { Both: { Type: 'Parallel', Branches: [branch('left'), branch('right')], End: true } },
    }),
  ];
  machines.forEach((asker) => queue.grantSendMessages(asker));
  const invoke = {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName: throwing.functionArn, Payload: { token: '{% $states.context.Task.Token %}' } },
    TimeoutSeconds: 60,
    Catch: CAUGHT,
    End: true,
  };
  machine(stack, 'AskingFunction', { StartAt: 'Ask', States: { Ask: invoke, Caught } }, { invokes: throwing });
  return stack;
}
