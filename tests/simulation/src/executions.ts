import type { Execution, StateMachines, TaskTokens } from '@waypost/test-kit/simulation';
import type { Executions } from 'order/simulation';

/** Executions of a workflow, as Step Functions reports them. */
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
    complete: (taskToken, output) => {
      try {
        tokens.sendTaskSuccess(taskToken, output);
        return 'completed';
      } catch (error) {
        if (error instanceof Error && OVER.has(error.name)) return 'over';
        throw error;
      }
    },
  };
}

const OVER = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);

/** Faults that may end an execution: functions that fail or can't be reached, again and again. */
const FAULTS = new Set(['TransientError', 'States.Timeout', 'Lambda.TooManyRequestsException', 'Runtime.ExitError']);

/** Describes the error of an execution that ended without a decision although no fault hit it. */
export function endedByItself(execution: Execution, isOpen: (executionName: string) => boolean): string | undefined {
  const status = execution.status();
  const failure = execution.failure();
  if (status === 'ABORTED' || (failure && FAULTS.has(failure.Error))) return undefined;
  if (failure) return `${execution.name} fails by itself: ${failure.Error}: ${failure.Cause}`;
  return isOpen(execution.name) ? `${execution.name} ended, and what it drove is undecided` : undefined;
}

/** A conflict, which is retried. Commands give every error that name, with the original error as its cause. */
export const isLostRace = (error: unknown): boolean =>
  error instanceof Error && error.name === 'TransientError' && (error.cause === undefined || isLostRace(error.cause));
