"""An alias that splits its traffic over two versions.

AWS: an alias with `AdditionalVersionWeights` routes that share of all invocations to the other version.
Source: https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html
Engine: the weights are kept, and ignored.
Patch: a version is drawn for each invocation, direct ones and those of mappings, APIs, rules and tasks. The version left behind
must still exist: set its removal policy to RETAIN.
Delete when: aliases.contract.ts passes without this patch.
"""

import random

from ministack.services import lambda_svc


def drawn_qualifier(function: dict | None, qualifier: str | None) -> str | None:
    """The qualifier itself, or the version that its weights drew."""
    alias = (function or {}).get("aliases", {}).get(qualifier) or {}
    weights = (alias.get("RoutingConfig") or {}).get("AdditionalVersionWeights") or {}
    drawn = random.random()
    for version, weight in weights.items():
        drawn -= float(weight)
        if drawn < 0:
            return version
    return qualifier


def apply() -> None:
    record_of_qualifier, invoke = lambda_svc._effective_func_record_for_qualifier, lambda_svc._invoke

    def effective_record(function, qualifier):
        return record_of_qualifier(function, drawn_qualifier(function, qualifier))

    async def invoke_drawn(name, event, headers, path_qualifier=None, query_params=None):
        qualifier = (
            path_qualifier
            or lambda_svc._qp_first(query_params or {}, "Qualifier")
            or lambda_svc._qp_first(headers, "x-amz-qualifier")
            or None
        )
        # An asynchronous invocation is drawn when it runs, and keeps the alias whose configuration it follows.
        if headers.get("x-amz-invocation-type") != "Event":
            qualifier = drawn_qualifier(lambda_svc._functions.get(name), qualifier)
        return await invoke(name, event, headers, qualifier, query_params)

    lambda_svc._effective_func_record_for_qualifier = effective_record
    lambda_svc._invoke = invoke_drawn
