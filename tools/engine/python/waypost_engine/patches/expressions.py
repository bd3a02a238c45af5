"""A condition's text is read once.

AWS: what a condition costs doesn't grow with the items of a partition that a query passes by.
Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.html
Engine: takes a condition apart, and checks its grammar, anew for every item of the partition: most of the time of a long query.
Patch: both are remembered by the text.
Delete when: a query of 10,000 items takes a tenth of a second without this patch.
"""

from functools import lru_cache

from ministack.services import dynamodb

REMEMBERED = 4096


def apply() -> None:
    read = lru_cache(REMEMBERED)(dynamodb._tokenize)
    # A list of its own for each caller, who may change it.
    dynamodb._tokenize = lambda text: list(read(text))
    dynamodb._condition_syntax_error = lru_cache(REMEMBERED)(dynamodb._condition_syntax_error)
