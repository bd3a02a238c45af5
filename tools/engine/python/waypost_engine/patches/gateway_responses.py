"""What a REST API answers in its own words.

AWS: a function that fails, times out, or answers what is no proxy response, is reported as 502 `Internal server error`, a function that
Lambda wouldn't run as 500, an integration that takes longer than its timeout (29 seconds unless set) as 504; all through the API's
gateway responses (the first two have no type of their own: DEFAULT_5XX). Templates know `$context.path` and `$context.httpMethod`.
Source: https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html,
https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html,
https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
Engine: shows the caller the function's error message, past the gateway responses; takes any answer for a body; knows no
integration timeout; leaves the two variables as they are written.
Patch: all of it.
Delete when: api.contract.ts passes without this patch.
"""

import asyncio
import contextlib
import json
import re
from urllib.parse import quote

from ministack.services import apigateway_v1

DEFAULT_TIMEOUT_MILLISECONDS = 29_000
_PROXY_RESPONSE_KEYS = {"statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded"}
_VARIABLE = re.compile(r"\$(?:\{context\.(path|httpMethod)\}|context\.(path|httpMethod)\b(?!\.))")


class _FunctionFailed(apigateway_v1._GatewayError, Exception):
    """No proxy response came from the function."""

    def __init__(self, status: int):
        super().__init__("DEFAULT_5XX", "Internal server error")
        self.status = status


def _is_proxy_response(payload) -> bool:
    return (
        isinstance(payload, dict)
        and payload.keys() <= _PROXY_RESPONSE_KEYS
        and str(payload.get("statusCode", 200)).isdecimal()
        and isinstance(payload.get("body"), str | None)
    )


def _proxy_response(result: dict):
    """In place of `_lambda_proxy_response`: the function's response, and no error, since one is thrown."""
    if result.get("throttle"):
        raise _FunctionFailed(500)
    payload = result.get("body")
    if isinstance(payload, str | bytes):
        with contextlib.suppress(ValueError):
            payload = json.loads(payload)
    if result.get("error") or not _is_proxy_response(payload):
        raise _FunctionFailed(502)
    return payload, None


def apply() -> None:
    invoke, execute, render = (
        apigateway_v1._invoke_lambda_proxy_v1,
        apigateway_v1._execute_in_scope,
        apigateway_v1._gateway_error_response,
    )

    async def invoke_within_its_timeout(integration, *arguments, **options):
        limit = int(integration.get("timeoutInMillis") or DEFAULT_TIMEOUT_MILLISECONDS)
        invocation = asyncio.ensure_future(invoke(integration, *arguments, **options))
        invocation.add_done_callback(lambda done: done.cancelled() or done.exception())  # a late response is discarded
        done, _ = await asyncio.wait({invocation}, timeout=limit / 1000)
        if not done:  # the function goes on, as on AWS
            return apigateway_v1._gw_error("INTEGRATION_TIMEOUT", "Endpoint request timed out")
        try:
            return invocation.result()
        except _FunctionFailed as failure:
            return failure

    async def execute_with_its_path(request, api_id, stage_name, method, path, *rest):
        request.update(path=f"/{stage_name}{path}", httpMethod=method)
        return await execute(request, api_id, stage_name, method, path, *rest)

    def render_with_its_path(error, request):
        status, headers, body = render(error, request)
        values = {name: quote(request.get(name, ""), safe="/%:@!$&'()*+,;=") for name in ("path", "httpMethod")}
        body = _VARIABLE.sub(lambda found: values[found[1] or found[2]], body.decode()).encode()
        if isinstance(error, _FunctionFailed) and status == 500:  # unless DEFAULT_5XX has a status of its own
            status = error.status
        return status, headers, body

    apigateway_v1._lambda_proxy_response = _proxy_response
    apigateway_v1._invoke_lambda_proxy_v1 = invoke_within_its_timeout
    apigateway_v1._execute_in_scope = execute_with_its_path
    apigateway_v1._gateway_error_response = render_with_its_path
