"""Parallel states in JSONata, and what their branches share.

AWS: a Parallel state has Arguments, Output and Assign; a branch reads the variables of the states around it, but what it assigns,
its task token and its context object are its own.
Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html,
https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
Engine: Arguments, Output and Assign of Parallel are ignored, and all branches write into one context, so that two tasks that
wait for callbacks side by side may get each other's token. (Map is right.)
Patch: each branch runs on a copy of the context; the three fields are evaluated.
Delete when: workflows.contract.ts and callbacks.contract.ts pass without this patch.
"""

import contextvars
import copy
from concurrent.futures import ThreadPoolExecutor

from ministack.services import stepfunctions


def _run_branches(branches: list[dict], branch_input, execution: dict, context: dict) -> list:
    """The branches' outputs in order. The first branch that failed, in their order, fails the state once all have ended."""

    def run(branch):
        states, start = branch.get("States", {}), branch.get("StartAt")
        return stepfunctions._run_sub_machine(states, start, branch_input, execution, copy.deepcopy(context))

    with ThreadPoolExecutor(max_workers=max(1, len(branches))) as pool:
        futures = [pool.submit(contextvars.copy_context().run, run, branch) for branch in branches]
    for error in (future.exception() for future in futures):
        if isinstance(error, stepfunctions._ExecutionError):
            raise error
        if error is not None:
            raise stepfunctions._ExecutionError("States.BranchFailed", str(error))
    return [future.result() for future in futures]


def _run_parallel_branches(state: dict, raw_input, execution: dict, context: dict):
    branches = state.get("Branches", [])
    if stepfunctions._state_query_language(state, context) == "JSONata":
        branch_input = stepfunctions._apply_jsonata_arguments(state, raw_input, context)
        results = _run_branches(branches, branch_input, execution, context)
        output = stepfunctions._apply_jsonata_output(state, raw_input, context, result=results, default=results)
        stepfunctions._apply_state_assign(state, raw_input, context, result=results)
        return output, stepfunctions._next_or_end(state)
    effective = stepfunctions._apply_input_path(state, raw_input, context)
    branch_input = stepfunctions._apply_parameters(state, effective, context)
    results = _run_branches(branches, branch_input, execution, context)
    output = stepfunctions._apply_result_path(state, raw_input, stepfunctions._apply_result_selector(state, results))
    return stepfunctions._apply_output_path(state, output, context), stepfunctions._next_or_end(state)


def apply() -> None:
    stepfunctions._run_parallel_branches = _run_parallel_branches
