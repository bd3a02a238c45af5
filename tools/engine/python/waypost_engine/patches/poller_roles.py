"""What a function's role must allow for its event source mappings.

AWS: Lambda polls queues and streams with the function's role; a mapping whose role may not is refused when it is made.
Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-permissions,
https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html (permissions),
https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-create.html (permissions)
Engine: it polls whatever the role says.
Patch: making a mapping fails like on AWS when an action is missing. The recorder logs the actions then, and again when the
engine polls a mapping for the first time after its start.
Delete when: permissions.contract.ts passes without this patch.
"""

from ministack.core.responses import request_scope
from ministack.services import lambda_svc
from ministack.services.cloudformation import provisioners

from waypost_engine.delivery import service_of
from waypost_engine.permissions import role_may

# Calls that Lambda itself makes. (ListStreams and ListShards have no stream of their own as their resource.)
ACTIONS = {
    "sqs": ("ReceiveMessage", "DeleteMessage", "GetQueueAttributes"),
    "dynamodb": ("DescribeStream", "GetRecords", "GetShardIterator"),
    "kinesis": ("DescribeStreamSummary", "GetRecords", "GetShardIterator"),
}


def missing_action(function: dict, source_arn: str) -> str | None:
    """The first action that the function's role lacks."""
    service, role = service_of(source_arn), (function.get("config") or function).get("Role", "")
    actions = [f"{service}:{name}" for name in ACTIONS.get(service, ())]
    decisions = [role_may(role, action, source_arn, "lambda") for action in actions]
    return next((decision.action for decision in decisions if not decision.allowed), None)


def _refusal(action: str, service: str) -> str:
    operation = action.split(":")[1]
    return f"The provided execution role does not have permissions to call {operation} on {service.upper()}"


def _tell_when_first_polled(poll, service: str, told: set[str]):
    def poll_and_tell():
        for account, region, mapping in lambda_svc._iter_all_esms():
            source_arn = mapping.get("EventSourceArn", "")
            if service_of(source_arn) == service and mapping["UUID"] not in told:
                told.add(mapping["UUID"])
                function = lambda_svc._functions.get_scoped(account, region, mapping["FunctionName"])
                if function:
                    with request_scope(account, region):
                        missing_action(function, source_arn)
        return poll()

    return poll_and_tell


def apply() -> None:
    create, create_by_template = lambda_svc._create_esm, provisioners._lambda_esm_create
    told: set[str] = set()

    def create_mapping(data, *rest, **options):
        function, _, _ = lambda_svc._get_func_record_for_ref(data.get("FunctionName", ""))
        action = missing_action(function, data.get("EventSourceArn", "")) if function else None
        if action:
            message = _refusal(action, service_of(data["EventSourceArn"]))
            return lambda_svc.error_response_json("InvalidParameterValueException", message, 400)
        return create(data, *rest, **options)

    def create_mapping_by_template(logical_id, properties, stack_name):
        function, _, _ = lambda_svc._get_func_record_for_ref(properties.get("FunctionName", ""))
        action = missing_action(function, properties.get("EventSourceArn", "")) if function else None
        if action:
            raise ValueError(_refusal(action, service_of(properties["EventSourceArn"])))
        return create_by_template(logical_id, properties, stack_name)

    lambda_svc._create_esm = create_mapping
    provisioners._lambda_esm_create = create_mapping_by_template
    provisioners._RESOURCE_HANDLERS["AWS::Lambda::EventSourceMapping"]["create"] = create_mapping_by_template
    lambda_svc._poll_sqs = _tell_when_first_polled(lambda_svc._poll_sqs, "sqs", told)
    lambda_svc._poll_kinesis = _tell_when_first_polled(lambda_svc._poll_kinesis, "kinesis", told)
    lambda_svc._poll_dynamodb_streams = _tell_when_first_polled(lambda_svc._poll_dynamodb_streams, "dynamodb", told)
