"""Tasks that wait for a callback.

AWS: `HeartbeatSeconds` without a heartbeat fails the task with `States.HeartbeatTimeout`; a function that throws fails the task at
once; `TimeoutSeconds` and `HeartbeatSeconds` may be JSONata expressions.
Source: https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token,
https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
Engine: heartbeats are ignored; a function that throws leaves the task waiting; an expression as a timeout fails.
Patch: a watch thread for each task with a heartbeat; a thrown error ends the wait; expressions are evaluated first.
Delete when: callbacks.contract.ts passes without this patch.
"""

import contextvars
import threading
import time

from ministack.services import stepfunctions

WATCH_INTERVAL_SECONDS = 0.1

_waiting = threading.local()


def _end_with_error(token: str | None, error: str, cause: str) -> None:
    task = stepfunctions._task_tokens.get(token or "")
    if task and not task["event"].is_set():
        task["error"] = {"Error": error, "Cause": cause}
        task["event"].set()


def _watch_heartbeat(token: str, heartbeat_seconds: float, done: threading.Event) -> None:
    last_sign = time.monotonic()
    while not done.wait(WATCH_INTERVAL_SECONDS):
        task = stepfunctions._task_tokens.get(token)
        if task and task.get("heartbeat"):
            last_sign, task["heartbeat"] = time.monotonic(), None
        if time.monotonic() - last_sign > heartbeat_seconds:
            _end_with_error(token, "States.HeartbeatTimeout", "")


def _evaluated(state: dict, raw_input, context) -> dict:
    if stepfunctions._state_query_language(state, context) != "JSONata":
        return state
    expressions = [name for name in ("TimeoutSeconds", "HeartbeatSeconds") if isinstance(state.get(name), str)]
    values = {name: stepfunctions._jsonata_state_field(state, name, "number", raw_input, context) for name in expressions}
    return {**state, **values}


def apply() -> None:
    wait_for_callback, call_lambda, execute_task = (
        stepfunctions._invoke_with_callback,
        stepfunctions._call_lambda,
        stepfunctions._execute_task,
    )

    def invoke_with_callback(resource, data, token, state):
        done = threading.Event()
        if heartbeat := state.get("HeartbeatSeconds"):
            in_scope = contextvars.copy_context().run
            arguments = (_watch_heartbeat, token, heartbeat, done)
            threading.Thread(target=in_scope, args=arguments, daemon=True).start()
        _waiting.token = token
        try:
            return wait_for_callback(resource, data, token, state)
        finally:
            _waiting.token = None
            done.set()

    def call_lambda_of_task(function_reference, event):
        try:
            return call_lambda(function_reference, event)
        except stepfunctions._ExecutionError as thrown:
            _end_with_error(getattr(_waiting, "token", None), thrown.error, thrown.cause)
            raise

    def execute_evaluated_task(state, raw_input, execution, context):
        return execute_task(_evaluated(state, raw_input, context), raw_input, execution, context)

    stepfunctions._invoke_with_callback = invoke_with_callback
    stepfunctions._call_lambda = call_lambda_of_task
    stepfunctions._execute_task = execute_evaluated_task
