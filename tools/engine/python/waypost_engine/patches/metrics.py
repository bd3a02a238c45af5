"""Metrics of functions, metrics in logs, and alarms that see them.

AWS: Lambda counts every invocation from any source; a log line in the embedded metric format becomes metrics; an alarm is
evaluated as time passes.
Source: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html,
https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html,
https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarm-evaluation
Engine: only direct invocations count; embedded metrics stay text; only PutMetricData evaluates alarms, and an alarm on one function's
errors adds up those of all functions, from every point that was ever recorded.
Patch: each invocation counts once (Throttles aside), embedded metrics are recorded, alarms are evaluated every two seconds, on the
metric with their own dimensions.
Delete when: metrics.contract.ts passes without this patch.
"""

import json
import threading
import time
import types

from ministack.services import cloudwatch, lambda_svc

ALARM_INTERVAL_SECONDS = 2


def _record_embedded_metrics(line: str) -> None:
    try:
        entry = json.loads(line[line.index("{") :])
    except ValueError:
        return
    for directive in (entry.get("_aws") or {}).get("CloudWatchMetrics", []):
        for names in directive.get("Dimensions") or [[]]:
            dimensions = {name: str(entry[name]) for name in names if name in entry}
            for metric in directive["Metrics"]:
                value = entry.get(metric["Name"])
                for number in value if isinstance(value, list) else [value]:
                    if number is not None:
                        unit = metric.get("Unit", "None")
                        cloudwatch.record_metric(directive["Namespace"], metric["Name"], number, unit, dimensions)


def _points_of(alarm: dict) -> dict:
    """The points that an alarm looks at, by the key of their metric. Where none came, what is missing may count as nothing."""
    dimensions = cloudwatch._dims_key(cloudwatch._dims_from_list(alarm.get("Dimensions") or []))
    key = (alarm.get("Namespace"), alarm.get("MetricName"), dimensions)
    since = time.time() - alarm.get("Period", 60) * alarm.get("EvaluationPeriods", 1)
    recent = []
    for point in reversed(cloudwatch._metrics.get(key) or []):
        if point["Timestamp"] < since:
            break
        recent.append(point)
    if not recent and alarm["StateValue"] == "ALARM" and alarm.get("TreatMissingData") == "notBreaching":
        recent = [{"Timestamp": time.time(), "Value": 0.0}]
    return {key: recent} if recent else {}


def _evaluate_alarm(alarm: dict) -> None:
    """The engine's own evaluation, which is shown nothing but the alarm's own points."""
    shown = {**vars(cloudwatch), "_metrics": _points_of(alarm)}
    types.FunctionType(_evaluate_by_engine.__code__, shown)(alarm)


_evaluate_by_engine = cloudwatch._evaluate_alarm


def _evaluate_alarms_for_ever() -> None:
    while True:
        time.sleep(ALARM_INTERVAL_SECONDS)
        cloudwatch._evaluate_all_alarms()


def apply() -> None:
    dispatch, emit_metrics, emit_logs = (
        lambda_svc._execute_function_dispatch,
        lambda_svc._emit_lambda_metrics,
        lambda_svc._emit_lambda_logs,
    )

    def dispatch_and_count(function, config, event, request_id, started):
        result = dispatch(function, config, event, request_id, started)
        duration = (time.time() - started) * 1000
        emit_metrics(config.get("FunctionName", "unknown"), duration, bool(result.get("error")), False)
        return result

    def emit_logs_and_metrics(function, request_id, text, *rest, **options):
        emit_logs(function, request_id, text, *rest, **options)
        for line in (text or "").splitlines():
            if '"_aws"' in line:
                _record_embedded_metrics(line)

    cloudwatch._evaluate_alarm = _evaluate_alarm
    lambda_svc._execute_function_dispatch = dispatch_and_count
    lambda_svc._emit_lambda_metrics = lambda *_arguments, **_options: None  # counted above, once
    lambda_svc._emit_lambda_logs = emit_logs_and_metrics
    threading.Thread(target=_evaluate_alarms_for_ever, daemon=True, name="waypost-alarms").start()
