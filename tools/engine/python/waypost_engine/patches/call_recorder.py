"""A record of every decided call, for gates that compare granted actions with used ones and for the cost of a flow.

AWS: CloudTrail names the caller of most calls, IAM Access Analyzer the actions that a role used.
Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
Engine: neither knows the IAM actions of a transaction, nor capacity.
Patch: with WAYPOST_RECORD_CALLS=<file>, a JSON line for every IAM decision (format: ../../../README.md), and one for the capacity
units of every DynamoDB call.
Delete when: never; it is no patch of a shortcoming, and does nothing without the variable.
"""

import json
import os
import zlib
from datetime import datetime, timezone

from ministack.core import iam_evaluator
from ministack.services import dynamodb

from waypost_engine import permissions
from waypost_engine.permissions import Decision

# Operations that ConsumedCapacity is known of.
_ITEM_OPERATIONS = frozenset(
    {"PutItem", "UpdateItem", "DeleteItem", "GetItem", "Query", "Scan", "BatchGetItem", "BatchWriteItem"}
    | {"TransactWriteItems", "TransactGetItems"}
)


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def principal_of(caller_arn: str) -> str:
    """The role's name, `root`, or the user's path."""
    resource = caller_arn.split(":", 5)[-1]
    return resource.split("/")[1] if resource.startswith("assumed-role/") else resource


def _record_decisions(write) -> None:
    enforce = iam_evaluator.enforce

    def record(decision: Decision) -> None:
        line = {
            "at": _now(),
            "principal": principal_of(decision.caller),
            "caller": decision.caller,
            "action": decision.action,
            "resource": decision.resource,
            "decision": "Allow" if decision.allowed else "Deny",
            "by": decision.made_by,
        }
        write(line if decision.operation is None else {**line, "operation": decision.operation})

    def enforce_and_record(access_key, action, service, region, resource_arn="*", service_context=None):
        denied = enforce(access_key, action, service, region, resource_arn=resource_arn, service_context=service_context)
        operation = ((service_context or {}).get("dynamodb:EnclosingOperation") or [None])[0]
        caller = iam_evaluator.caller_arn()
        permissions.tell(Decision(caller, action, resource_arn, denied is None, "sdk", operation))
        return denied

    permissions.observers.append(record)
    iam_evaluator.enforce = enforce_and_record


def _record_capacity(write) -> None:
    handle = dynamodb.handle_request

    async def handle_and_record(method, path, headers, body, query):
        operation = headers.get("x-amz-target", "").rpartition(".")[2]
        request = json.loads(body) if operation in _ITEM_OPERATIONS and body else None
        if not isinstance(request, dict) or request.get("ReturnConsumedCapacity", "NONE") != "NONE":
            return await handle(method, path, headers, body, query)
        asking = json.dumps({**request, "ReturnConsumedCapacity": "TOTAL"}).encode()
        status, answer_headers, answer_body = await handle(method, path, headers, asking, query)
        answer = json.loads(answer_body) if answer_body else {}
        consumed = answer.pop("ConsumedCapacity", None)
        caller = iam_evaluator.caller_arn()
        for table in consumed if isinstance(consumed, list) else [consumed] if consumed else []:
            units, name = table.get("CapacityUnits"), table.get("TableName")
            line = {"at": _now(), "principal": principal_of(caller), "capacityOf": operation, "table": name, "units": units}
            write(line)
        if not consumed:
            return status, answer_headers, answer_body
        answer_body = json.dumps(answer).encode()
        return status, {**answer_headers, "x-amz-crc32": str(zlib.crc32(answer_body))}, answer_body

    dynamodb.handle_request = handle_and_record


def apply() -> None:
    path = os.environ.get("WAYPOST_RECORD_CALLS")
    if not path:
        return
    file = open(path, "a", buffering=1)

    def write(line: dict) -> None:
        file.write(json.dumps(line) + "\n")

    _record_decisions(write)
    _record_capacity(write)
