"""Asynchronous invocations: of rules, topics, and callers that ask for them.

AWS: Lambda queues the event durably, tries again twice (one and two minutes later) or as the function's, version's or alias's
event invoke configuration says, and sends what never succeeded to the on-failure destination.
Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html,
https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
Engine: rules and topics run a function once; the configuration of an alias is ignored; what waits is lost when the engine ends.
Patch: all three go through one path with retries, the configuration of the qualifier that was invoked, and its destination. Events
not yet done are part of the snapshot (snapshots) and start again with the engine. Delays: LAMBDA_ASYNC_RETRY_BASE_SECONDS.
Delete when: async.contract.ts passes without this patch.
"""

import contextvars
import json
import threading
import time

from ministack.core.responses import new_uuid, now_iso, request_scope
from ministack.services import eventbridge, lambda_svc, sns

from waypost_engine.delivery import send, send_as_function

# Events accepted and not done: id -> what to invoke with what. Read by snapshots.
pending: dict[str, dict] = {}


def _configuration_of(function: dict, qualifier: str) -> dict:
    return lambda_svc._event_invoke_config(function, qualifier or None) or {}


def _on_failure(function: dict, configuration: dict, request: dict, result: dict, condition: str, tries: int) -> None:
    own = function.get("config") or {}
    destination = ((configuration.get("DestinationConfig") or {}).get("OnFailure") or {}).get("Destination")
    if destination:
        record = {
            "version": "1.0",
            "timestamp": now_iso(),
            "requestContext": {
                "requestId": request["id"],
                "functionArn": request["arn"],
                "condition": condition,
                "approximateInvokeCount": tries,
            },
            "requestPayload": request["event"],
            "responseContext": {"statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"},
            "responsePayload": result.get("body"),
        }
        send_as_function(function, destination, json.dumps(record))
    elif dead_letters := (own.get("DeadLetterConfig") or {}).get("TargetArn"):
        body = result.get("body") if isinstance(result.get("body"), dict) else {}
        attributes = {"RequestID": request["id"], "ErrorCode": "200", "ErrorMessage": str(body.get("errorMessage", ""))}
        send(dead_letters, json.dumps(request["event"]), attributes)


def _tries(configuration: dict) -> int:
    retries = configuration.get("MaximumRetryAttempts")
    return 1 + (2 if retries is None else int(retries))


def _run(request: dict) -> None:
    account, region = lambda_svc._lambda_function_account_region_from_arn(request["arn"])
    name, _, qualifier = request["arn"].split(":function:")[1].partition(":")
    with request_scope(account, region):
        function = lambda_svc._functions.get(name)
        if function is None:
            return
        configuration = _configuration_of(function, qualifier)
        oldest = request["accepted"] + int(configuration.get("MaximumEventAgeInSeconds") or 21600)
        tries, condition, result = 0, "RetriesExhausted", {}
        while tries < _tries(configuration):
            if tries:
                delay = lambda_svc._LAMBDA_ASYNC_RETRY_BASE_SECONDS * 2 ** (tries - 1)
                if time.time() + delay > oldest:
                    condition = "EventAgeExceeded"
                    break
                time.sleep(min(delay, lambda_svc._LAMBDA_ASYNC_RETRY_MAX_SECONDS))
            tries += 1
            record, config = lambda_svc._effective_func_record_for_qualifier(function, qualifier or None)
            if record is None:
                return
            invoked = lambda_svc._execution_record_for_config(record, {**config, "FunctionArn": request["arn"]})
            result = lambda_svc._execute_function(invoked, request["event"])
            if not result.get("error"):
                return
        _on_failure(function, configuration, request, result, condition, tries)


def _run_and_forget(request: dict) -> None:
    try:
        _run(request)
    finally:
        pending.pop(request["id"], None)


def start(request: dict) -> None:
    """Runs a pending event in the background until it is done."""
    pending[request["id"]] = request
    in_scope = contextvars.copy_context().run
    threading.Thread(target=in_scope, args=(_run_and_forget, request), daemon=True, name="waypost-async").start()


def invoke(function_arn: str, event) -> None:
    """Accepts an event for a function, a version or an alias, by its ARN."""
    start({"id": new_uuid(), "arn": function_arn, "event": event, "accepted": time.time()})


def _invoke_target(function_arn: str, payload: str) -> None:
    try:
        event = json.loads(payload)
    except ValueError:
        event = payload
    invoke(function_arn, event)


def _deliver_notification(function_arn: str, envelope: str, topic_arn: str, subscription_arn: str, *_rest) -> None:
    notification = {
        "EventVersion": "1.0",
        "EventSubscriptionArn": subscription_arn,
        "EventSource": "aws:sns",
        "Sns": json.loads(envelope),
    }
    invoke(function_arn, {"Records": [notification]})


def apply() -> None:
    lambda_svc.invoke_async_with_retry = lambda function, event: invoke(function["config"]["FunctionArn"], event)
    eventbridge._dispatch_to_lambda = _invoke_target
    sns._deliver_to_lambda = _deliver_notification
