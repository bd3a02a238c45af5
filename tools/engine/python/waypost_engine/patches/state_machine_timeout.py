"""The end of an execution before its last state.

AWS: an execution that outlives the machine's `TimeoutSeconds` ends as TIMED_OUT with `States.Timeout`, and no Catch runs; one that
was stopped or timed out begins no further state.
Source: https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html,
https://docs.aws.amazon.com/step-functions/latest/apireference/API_StopExecution.html
Engine: the machine's timeout is ignored; branches of Parallel and Map go on after a stop, and a later failure makes a stopped
execution FAILED; each execution waits 150 ms before its first state.
Patch: a timer ends the execution (SFN_WAIT_SCALE scales it, as it scales waits); no task begins once it is over; no wait.
Delete when: workflows.contract.ts passes without this patch.
"""

import contextvars
import json
import threading
import time
from types import SimpleNamespace

from ministack.services import stepfunctions

_START_DELAY_SECONDS = 0.15


def _definition_of(execution: dict) -> dict:
    machine = stepfunctions._state_machines.get(execution["stateMachineArn"]) or {}
    try:
        return json.loads(machine.get("definition", "{}"))
    except json.JSONDecodeError:
        return {}


def _expire(execution: dict) -> None:
    if execution["status"] != "RUNNING":
        return
    execution.update(status="TIMED_OUT", error="States.Timeout", stopDate=stepfunctions.now_iso())
    details = {"executionTimedOutEventDetails": {"error": "States.Timeout"}}
    stepfunctions._add_event(execution, "ExecutionTimedOut", details)
    stepfunctions._emit_execution_status_event(execution)


def apply() -> None:
    run, fail, execute_task = (
        stepfunctions._run_execution,
        stepfunctions._fail_execution,
        stepfunctions._execute_task,
    )

    def run_execution(execution_arn):
        execution = stepfunctions._executions.get(execution_arn)
        limit = _definition_of(execution).get("TimeoutSeconds") if execution else None
        if not limit:
            return run(execution_arn)
        in_scope = contextvars.copy_context().run
        timer = threading.Timer(limit * (stepfunctions._SFN_WAIT_SCALE or 1), in_scope, (_expire, execution))
        timer.daemon = True
        timer.start()
        try:
            return run(execution_arn)
        finally:
            timer.cancel()

    def fail_execution(execution, error, cause):
        if execution["status"] == "RUNNING":
            fail(execution, error, cause)

    def execute_task_while_running(state, raw_input, execution, context):
        if execution.get("status", "RUNNING") != "RUNNING":
            raise stepfunctions._ExecutionError("States.Runtime", "The execution is over.")
        return execute_task(state, raw_input, execution, context)

    def sleep(seconds):
        if seconds != _START_DELAY_SECONDS:
            time.sleep(seconds)

    stepfunctions._run_execution = run_execution
    stepfunctions._fail_execution = fail_execution
    stepfunctions._execute_task = execute_task_while_running
    stepfunctions.time = SimpleNamespace(**{**vars(time), "sleep": sleep})
