"""Request validators of REST APIs that CloudFormation makes.

AWS: a method with a request validator refuses a request whose parameters or body don't fit, before any integration.
Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
Engine: validates, but CloudFormation's AWS::ApiGateway::RequestValidator and a method's RequestValidatorId never reach it.
Patch: both are passed on.
Delete when: api.contract.ts passes without this patch.
"""

import json

from ministack.services import apigateway_v1
from ministack.services.cloudformation import provisioners


def apply() -> None:
    create_method = provisioners._apigw_method_create
    handlers = provisioners._RESOURCE_HANDLERS

    def create_validated_method(logical_id, properties, stack_name):
        created = create_method(logical_id, properties, stack_name)
        patch = {"op": "replace", "path": "/requestValidatorId", "value": properties.get("RequestValidatorId")}
        apigateway_v1._update_method(
            properties["RestApiId"],
            properties["ResourceId"],
            properties.get("HttpMethod", "ANY"),
            {"patchOperations": [patch]},
        )
        return created

    def create_validator(logical_id, properties, stack_name):
        validator = {
            "name": properties.get("Name", logical_id),
            "validateRequestBody": str(properties.get("ValidateRequestBody")).lower() == "true",
            "validateRequestParameters": str(properties.get("ValidateRequestParameters")).lower() == "true",
        }
        _, _, body = apigateway_v1._create_request_validator(properties["RestApiId"], validator)
        validator_id = json.loads(body)["id"]
        return validator_id, {"RequestValidatorId": validator_id}

    provisioners._apigw_method_create = create_validated_method
    handlers["AWS::ApiGateway::Method"]["create"] = create_validated_method
    handlers["AWS::ApiGateway::RequestValidator"]["create"] = create_validator
