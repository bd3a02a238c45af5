"""The delays of Retry.

AWS: `MaxDelaySeconds` bounds the delay that IntervalSeconds and BackoffRate give, `JitterStrategy` FULL draws it between 0 and that.
Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error
Engine: both are ignored.
Patch: both are computed; SFN_WAIT_SCALE scales the delay.
Delete when: workflows.contract.ts passes without this patch.
"""

import random

from ministack.services import stepfunctions


def apply() -> None:
    find = stepfunctions._find_matching_retrier

    def find_matching_retrier(retriers, error, retry_counts):
        retrier, index = find(retriers, error, retry_counts)
        if retrier is None:
            return None, index
        delay = retrier.get("IntervalSeconds", 1) * retrier.get("BackoffRate", 2.0) ** retry_counts.get(index, 0)
        delay = min(delay, retrier.get("MaxDelaySeconds", delay))
        if retrier.get("JitterStrategy") == "FULL":
            delay *= random.random()
        return {**retrier, "IntervalSeconds": delay, "BackoffRate": 1}, index

    stepfunctions._find_matching_retrier = find_matching_retrier
