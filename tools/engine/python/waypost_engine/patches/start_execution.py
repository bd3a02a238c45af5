"""Starting executions.

AWS: StartExecution of a Standard workflow with the name and the input of one that still runs answers with that execution; with
another input, or once it has ended, ExecutionAlreadyExists. StartSyncExecution takes Express workflows alone, and a failed one
has no output.
Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html,
https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
Engine: a taken name is always refused; StartSyncExecution runs any workflow and gives a failed one the output `{}`.
Patch: as AWS.
Delete when: workflows.contract.ts passes without this patch.
"""

import contextvars
import json

from ministack.services import stepfunctions

# Set while startExecution.sync runs a child of any type through the engine's StartSyncExecution.
_any_type = contextvars.ContextVar("any_type", default=False)


def _running_with_the_same_input(request: dict) -> dict | None:
    parts = str(request.get("stateMachineArn", "")).split(":")
    if len(parts) != 7:
        return None  # an alias or a version: no second start is answered as the first
    execution_arn = ":".join([*parts[:5], "execution", parts[-1], request.get("name") or ""])
    execution = stepfunctions._executions.get(execution_arn)
    same = execution and execution["status"] == "RUNNING" and execution["input"] == request.get("input", "{}")
    return execution if same else None


def apply() -> None:
    start, start_sync, start_nested_sync = (
        stepfunctions._start_execution,
        stepfunctions._start_sync_execution,
        stepfunctions._invoke_nested_start_execution_sync,
    )

    def start_execution(request):
        execution = _running_with_the_same_input(request)
        if execution is None:
            return start(request)
        return stepfunctions.json_response({"executionArn": execution["executionArn"], "startDate": execution["startDate"]})

    def start_sync_execution(request):
        machine = stepfunctions._state_machines.get(str(request.get("stateMachineArn", "")).split("#")[0])
        if machine and machine.get("type") != "EXPRESS" and not _any_type.get():
            return stepfunctions.error_response_json(
                "StateMachineTypeNotSupported", "This operation is not supported by this type of state machine", 400
            )
        status, headers, body = start_sync(request)
        answer = json.loads(body)
        if status < 400 and answer["status"] != "SUCCEEDED" and not _any_type.get():
            execution = stepfunctions._executions[answer["executionArn"]]
            del answer["output"], answer["outputDetails"]
            answer.setdefault("error", execution.get("error") or "")
            return stepfunctions.json_response(answer)
        return status, headers, body

    def invoke_nested_start_execution_sync(resource, data):
        token = _any_type.set(True)
        try:
            return start_nested_sync(resource, data)
        finally:
            _any_type.reset(token)

    stepfunctions._invoke_nested_start_execution_sync = invoke_nested_start_execution_sync
    stepfunctions._start_execution = start_execution
    stepfunctions._start_sync_execution = start_sync_execution
