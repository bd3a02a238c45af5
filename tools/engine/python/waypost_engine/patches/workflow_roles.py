"""What a workflow may do.

AWS: a state machine calls functions and services with its own role; a call that the role may not make fails the task.
Source: https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
Engine: the role is never looked at.
Patch: the role's policies decide before each task, for functions, nested executions, and the resource-bearing actions of DynamoDB,
SQS, SNS and EventBridge. Other integrations are let through. The error of a refused call is `<Service>.AccessDeniedException`, for
functions `Lambda.AWSLambdaException`.
Delete when: permissions.contract.ts passes without this patch.
"""

import contextvars

from ministack.services import stepfunctions

from waypost_engine.delivery import arn_of
from waypost_engine.permissions import role_may

_IAM_PREFIXES = {"sfn": "states", "eventbridge": "events"}

_role = contextvars.ContextVar("workflow_role", default="")


def _function_arn(reference: str) -> str:
    return reference if reference.startswith("arn:") else arn_of("lambda", f"function:{reference}")


def _bus_arn(request: dict) -> str:
    bus = ((request.get("Entries") or [{}])[0]).get("EventBusName", "default")
    return bus if bus.startswith("arn:") else arn_of("events", f"event-bus/{bus}")


def _table_arn(request: dict) -> str:
    table = request.get("TableName", "")
    return table if table.startswith("arn:") else arn_of("dynamodb", f"table/{table}")


_RESOURCE_OF = {
    "dynamodb": _table_arn,
    "events": _bus_arn,
    "lambda": lambda request: _function_arn(request.get("FunctionName", "")),
    "sns": lambda request: request.get("TopicArn", ""),
    "sqs": lambda request: arn_of("sqs", str(request.get("QueueUrl", "")).rsplit("/", 1)[-1]),
    "states": lambda request: request.get("StateMachineArn", ""),
}


def needed_permission(resource: str, request) -> tuple[str, str] | None:
    """The IAM action and the resource of a task; None when it isn't known."""
    if lambda_reference := stepfunctions._extract_lambda_ref(resource):
        return "lambda:InvokeFunction", _function_arn(lambda_reference)
    parts = resource.split(":::")
    if len(parts) != 2 or not isinstance(request, dict):
        return None
    *_, service, operation = parts[1].split(".")[0].split(":")
    service = _IAM_PREFIXES.get(service, service)
    resource_of = _RESOURCE_OF.get(service)
    if resource_of is None:
        return None
    action = "InvokeFunction" if service == "lambda" and operation == "invoke" else operation[0].upper() + operation[1:]
    return f"{service}:{action}", resource_of(request)


def _check(resource: str, request) -> None:
    needed = needed_permission(resource, request)
    if needed is None or not _role.get():
        return
    action, target = needed
    decision = role_may(_role.get(), action, target, "states")
    if not decision.allowed:
        service = resource.split(":::")[-1].removeprefix("aws-sdk:").split(":")[0]
        is_function = action == "lambda:InvokeFunction"
        name = "Lambda.AWSLambdaException" if is_function else f"{service.capitalize()}.AccessDeniedException"
        reason = f"because no identity-based policy allows the {action} action"
        cause = f"User: {decision.caller} is not authorized to perform: {action} on resource: {target} {reason}"
        raise stepfunctions._ExecutionError(name, cause)


def apply() -> None:
    execute_task, invoke, invoke_with_callback = (
        stepfunctions._execute_task,
        stepfunctions._invoke_resource,
        stepfunctions._invoke_with_callback,
    )

    def execute_task_as_role(state, raw_input, execution, context):
        machine = stepfunctions._state_machines.get((execution or {}).get("stateMachineArn", "")) or {}
        token = _role.set(machine.get("roleArn", ""))
        try:
            return execute_task(state, raw_input, execution, context)
        finally:
            _role.reset(token)

    def invoke_resource(resource, request):
        _check(resource, request)
        return invoke(resource, request)

    def invoke_resource_with_callback(resource, request, token, state):
        _check(resource, request)
        return invoke_with_callback(resource, request, token, state)

    stepfunctions._execute_task = execute_task_as_role
    stepfunctions._invoke_resource = invoke_resource
    stepfunctions._invoke_with_callback = invoke_resource_with_callback
