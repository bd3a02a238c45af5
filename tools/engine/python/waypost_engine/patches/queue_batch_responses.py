"""Partial batch responses of queues.

AWS: the messages named in `batchItemFailures` stay in the queue, the others are deleted; a response that names an unknown, empty or
missing identifier, or is no batch response, fails the whole batch.
Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
Engine: such a response deletes every message.
Patch: it is treated as an error of the function.
Delete when: queues.contract.ts passes without this patch.
"""

import json

from ministack.services import lambda_svc


def _is_valid(response, message_ids: set[str]) -> bool:
    try:
        parsed = json.loads(response) if isinstance(response, str) and response else response
        failures = (parsed or {}).get("batchItemFailures") or []
        return all(failure["itemIdentifier"] in message_ids for failure in failures)
    except (ValueError, AttributeError, KeyError, TypeError):
        return False


def apply() -> None:
    run_batch = lambda_svc._run_sqs_batch

    def run_sqs_batch(mapping, function, event, batch, queue_url, queue_name):
        if "ReportBatchItemFailures" not in (mapping.get("FunctionResponseTypes") or []):
            return run_batch(mapping, function, event, batch, queue_url, queue_name)
        return run_batch(mapping, {**function, "waypost_batch": event}, event, batch, queue_url, queue_name)

    execute = lambda_svc._execute_function

    def execute_function(function, event):
        result = execute(function, event)
        if function.get("waypost_batch") is event and not result.get("error"):
            message_ids = {record["messageId"] for record in event["Records"]}
            if not _is_valid(result.get("body"), message_ids):
                body = {"errorType": "InvalidBatchResponse", "errorMessage": "The batch response names no known message."}
                return {**result, "error": True, "body": body}
        return result

    lambda_svc._run_sqs_batch = run_sqs_batch
    lambda_svc._execute_function = execute_function
