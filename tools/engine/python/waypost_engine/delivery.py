"""What several patches need: sending a message to a queue or topic as the service itself, and knowing whether a target is there."""

import sys

from ministack.core.responses import get_account_id, get_region
from ministack.services import lambda_svc, sns, sqs, stepfunctions

from waypost_engine.permissions import role_may, service_may


def service_of(arn: str) -> str:
    return (arn.split(":") + ["", "", ""])[2]


def target_exists(arn: str) -> bool:
    service = service_of(arn)
    if service == "lambda":
        return lambda_svc._get_func_record_for_ref(arn)[0] is not None
    if service == "sqs":
        return sqs._queue_by_arn(arn) is not None
    if service == "sns":
        return arn in sns._topics
    if service == "states":
        return stepfunctions._resolve_state_machine_arn(arn) is not None
    return True


def _function_policy(function_arn: str) -> dict | None:
    name = function_arn.split(":function:")[1].split(":")[0]
    return (lambda_svc._functions.get(name) or {}).get("policy")


def target_permits(target_arn: str, service: str, source_arn: str) -> bool:
    """Whether the target's own policy lets a service, such as events.amazonaws.com, deliver for a rule or a topic."""
    kind = service_of(target_arn)
    if kind == "lambda":
        policy = _function_policy(target_arn)
        return service_may(policy, service, "lambda:InvokeFunction", target_arn, source_arn)
    if kind == "sqs":
        return sqs.queue_policy_allows(target_arn, service, source_arn, get_account_id())
    if kind == "sns":
        return sns.topic_policy_allows(target_arn, service, source_arn, get_account_id())
    return True


def send(destination_arn: str | None, body: str, attributes: dict[str, str] | None = None) -> None:
    """Sends a service's message to a queue or a topic. Without a destination there is nothing to do."""
    if not destination_arn:
        return
    if service_of(destination_arn) == "sns":
        sns._publish({"TopicArn": destination_arn, "Message": body})
        return
    message_attributes = {name: {"DataType": "String", "StringValue": value} for name, value in (attributes or {}).items()}
    queue_url = sqs._queue_url(destination_arn.split(":")[-1])
    sqs._act_send_message({"MessageBody": body, "MessageAttributes": message_attributes}, queue_url)


def arn_of(service: str, resource: str) -> str:
    return f"arn:aws:{service}:{get_region()}:{get_account_id()}:{resource}"


def send_as_function(function: dict, destination_arn: str | None, body: str) -> None:
    """Sends to an on-failure destination with the function's own role, or not at all when the role may not."""
    if not destination_arn:
        return
    role = (function.get("config") or function).get("Role", "")
    action = "sns:Publish" if service_of(destination_arn) == "sns" else "sqs:SendMessage"
    if role_may(role, action, destination_arn, "lambda").allowed:
        send(destination_arn, body)
    else:
        print(f"{role} lacks {action} on {destination_arn}: what failed is lost.", file=sys.stderr)
