"""How much of the past is kept.

AWS: an execution environment writes all its invocations to one log stream, and retention deletes what is old; Express executions
can't be listed or described.
Source: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html,
https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
Engine: each invocation has a log stream of its own, which is never deleted, like Express executions; all of it is in memory and in every
snapshot.
Patch: the last KEPT_INVOCATIONS invocations of a log group are kept, and no Express execution that was waited for.
Delete when: the engine keeps one stream for each execution environment and follows retention.
"""

import json

from ministack.services import cloudwatch_logs, lambda_svc, stepfunctions

KEPT_INVOCATIONS = 200


def _forget_old_streams(function: dict) -> None:
    config = function.get("config") or function
    name = (config.get("LoggingConfig") or {}).get("LogGroup") or f"/aws/lambda/{config.get('FunctionName')}"
    streams = (cloudwatch_logs._log_groups.get(name) or {}).get("streams", {})
    if len(streams) > 2 * KEPT_INVOCATIONS:
        for stream_name in list(streams)[:-KEPT_INVOCATIONS]:
            streams.pop(stream_name, None)


def apply() -> None:
    emit_logs, start_sync = lambda_svc._emit_lambda_logs, stepfunctions._start_sync_execution

    def emit_and_forget(function, *rest, **options):
        emit_logs(function, *rest, **options)
        _forget_old_streams(function)

    def start_sync_and_forget(request):
        status, headers, body = start_sync(request)
        execution = stepfunctions._executions.get(json.loads(body).get("executionArn", "")) if status < 400 else None
        machine = stepfunctions._state_machines.get((execution or {}).get("stateMachineArn", "")) or {}
        if machine.get("type") == "EXPRESS":
            stepfunctions._executions.pop(execution["executionArn"], None)
        return status, headers, body

    lambda_svc._emit_lambda_logs = emit_and_forget
    stepfunctions._start_sync_execution = start_sync_and_forget
