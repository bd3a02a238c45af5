"""Decides whether a role may perform an action, for calls that the engine makes itself, and reports every decision."""

from collections.abc import Callable
from dataclasses import dataclass

from ministack import app
from ministack.core.iam_evaluator import EvalContext, _gather_role_policies, evaluate, evaluate_resource_policy
from ministack.core.responses import get_account_id, get_region


@dataclass(frozen=True)
class Decision:
    """One IAM decision."""

    caller: str  # ARN
    action: str  # as IAM names it
    resource: str  # ARN
    allowed: bool
    made_by: str  # who called: "sdk", or the service that called with a role: "states", "lambda"
    operation: str | None = None  # the API operation, where it is no action of its own


observers: list[Callable[[Decision], None]] = []


def tell(decision: Decision) -> None:
    for observer in observers:
        observer(decision)


def role_may(role_arn: str, action: str, resource: str, made_by: str, session: str = "session") -> Decision:
    """Decides by the role's identity-based policies. Without AUTH everything is allowed."""
    role = (role_arn or "").rsplit("/", 1)[-1]
    caller = f"arn:aws:sts::{get_account_id()}:assumed-role/{role}/{session}"
    context = EvalContext(
        principal_arn=caller,
        principal_type="AssumedRole",
        principal_account=get_account_id(),
        action=action,
        resource_arn=resource,
        region=get_region(),
    )
    allowed = not app.AUTH or evaluate(context, _gather_role_policies(role, get_account_id())).decision == "Allow"
    decision = Decision(caller, action, resource, allowed, made_by)
    tell(decision)
    return decision


def service_may(policy: dict | str | None, service: str, action: str, resource: str, source_arn: str) -> bool:
    """Decides by a resource's own policy whether a service may call it for one of its own resources."""
    context = EvalContext(
        principal_arn="*",
        principal_type="Service",
        principal_account="",
        action=action,
        resource_arn=resource,
        region=get_region(),
        service_context={"aws:sourcearn": source_arn, "aws:sourceaccount": get_account_id()},
    )
    return not app.AUTH or evaluate_resource_policy(policy, context, service=service).decision == "Allow"
