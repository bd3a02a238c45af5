import type { Execution, StateMachines, TaskTokens } from '@waypost/test-kit/simulation';
import type { Executions } from 'order/simulation';

/** The executions of a workflow, as Step Functions tells of them. */
export function executionsOn(
  machine: string,
  machines: StateMachines,
  tokens: TaskTokens,
  onEnd: (execution: Execution) => void,
): Executions {
  const named = (name: string) => machines.execution(machine, name);
  return {
    start: (name, input) => {
      if (named(name)) return 'started_before';
      const execution = machines.start(machine, { name, input });
      void execution.ended.then(() => onEnd(execution));
      return 'started';
    },
    stateOf: (name) => {
      const status = named(name)?.status();
      if (status === undefined) return 'never_started';
      return status === 'RUNNING' ? 'running' : 'over';
    },
    tell: (taskToken, output) => {
      try {
        tokens.sendTaskSuccess(taskToken, output);
        return 'told';
      } catch (error) {
        if (error instanceof Error && OVER.has(error.name)) return 'over';
        throw error;
      }
    },
  };
}

const OVER = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);

/** What ends an execution without it being to blame: functions that fail and can't be reached, again and again. */
const FAULTS = new Set(['TransientError', 'States.Timeout', 'Lambda.TooManyRequestsException', 'Runtime.ExitError']);

/** What is wrong with how an execution ended: it left what it drove undecided though nothing was done to it. */
export function endedByItself(execution: Execution, isOpen: (executionName: string) => boolean): string | undefined {
  const status = execution.status();
  const failure = execution.failure();
  if (status === 'ABORTED' || (failure && FAULTS.has(failure.Error))) return undefined;
  if (failure) return `${execution.name} fails by itself: ${failure.Error}: ${failure.Cause}`;
  return isOpen(execution.name) ? `${execution.name} ended, and what it drove is undecided` : undefined;
}

/** Somebody else was faster, so this is asked again; commands give every error that name, with what was thrown as its cause. */
export const isLostRace = (error: unknown): boolean =>
  error instanceof Error && error.name === 'TransientError' && (error.cause === undefined || isLostRace(error.cause));
