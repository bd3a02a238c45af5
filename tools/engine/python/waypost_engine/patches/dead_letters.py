"""Deliveries of rules and topics that fail.

AWS: a rule or topic delivers only to what is there and whose own policy (of the function, queue or topic) lets it. An event that
can't be delivered goes to the target's DeadLetterConfig queue, with the reason in message attributes, a notification to the queue
of the subscription's RedrivePolicy.
Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html,
https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html,
https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html
Engine: looks at the policies of queues behind topics alone; both kinds of dead letters are ignored.
Patch: policies of targets decide, and both kinds of dead letters are used when the target is gone or refuses.
Delete when: async.contract.ts passes without this patch.
"""

import json

from ministack.services import eventbridge, sns

from waypost_engine.delivery import send, target_exists, target_permits


def _dead_letter_queue_of(topic_arn: str, endpoint: str) -> str | None:
    for subscription in (sns._topics.get(topic_arn) or {}).get("subscriptions", []):
        policy = (subscription.get("attributes") or {}).get("RedrivePolicy")
        if subscription.get("endpoint") == endpoint and policy:
            return (json.loads(policy) if isinstance(policy, str) else policy).get("deadLetterTargetArn")
    return None


def _refusal(target_arn: str, service: str, source_arn: str) -> tuple[str, str] | None:
    """Why nothing can be delivered, as EventBridge words it."""
    if not target_exists(target_arn):
        return "NO_RESOURCE", "The target does not exist."
    if not target_permits(target_arn, service, source_arn):
        return "NO_PERMISSIONS", f"The target's policy does not let {service} deliver."
    return None


def apply() -> None:
    invoke_target, deliver_to_queue, deliver_to_function = (
        eventbridge._invoke_target,
        sns._deliver_to_sqs,
        sns._deliver_to_lambda,
    )

    def invoke_permitting_target(target, event, rule, view=None):
        rule_arn = rule.get("Arn") or rule.get("Name", "-")
        refusal = _refusal(target.get("Arn", ""), "events.amazonaws.com", rule_arn)
        if refusal is None:
            return invoke_target(target, event, rule, view)
        code, message = refusal
        reason = {"RULE_ARN": rule_arn, "TARGET_ARN": target["Arn"], "ERROR_CODE": code, "ERROR_MESSAGE": message}
        body = json.dumps((view or eventbridge._pattern_event_view(event)).event_with_detail())
        return send((target.get("DeadLetterConfig") or {}).get("Arn"), body, reason)

    def deliver_to_permitting_queue(endpoint, envelope, raw, raw_message, **options):
        topic_arn = options.get("topic_arn", "")
        if _refusal(endpoint, "sns.amazonaws.com", topic_arn) is None:
            return deliver_to_queue(endpoint, envelope, raw, raw_message, **options)
        return send(_dead_letter_queue_of(topic_arn, endpoint), raw_message if raw else envelope)

    def deliver_to_permitting_function(endpoint, envelope, topic_arn, *rest):
        if _refusal(endpoint, "sns.amazonaws.com", topic_arn) is None:
            return deliver_to_function(endpoint, envelope, topic_arn, *rest)
        return send(_dead_letter_queue_of(topic_arn, endpoint), envelope)

    eventbridge._invoke_target = invoke_permitting_target
    sns._deliver_to_sqs = deliver_to_permitting_queue
    sns._deliver_to_lambda = deliver_to_permitting_function
