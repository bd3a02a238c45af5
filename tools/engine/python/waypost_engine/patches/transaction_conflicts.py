"""A single write that collides with a transaction.

AWS: while TransactWriteItems is in progress on an item, PutItem, UpdateItem and DeleteItem of that item are rejected with
TransactionConflictException.
Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling
Engine: a transaction takes no time, so nothing collides with it.
Patched: a transaction is in progress for some milliseconds before it responds, and single writes of its items are rejected for as long.
Delete when: transactions.contract.ts passes without this patch.
"""

import asyncio
from collections import Counter

from ministack.core.responses import error_response_json
from ministack.services import dynamodb

# Seconds. DynamoDB takes longer; this is enough for writes that are sent at the same time.
DURATION = 0.003
SINGLE_WRITES = ("PutItem", "UpdateItem", "DeleteItem")

in_progress: Counter = Counter()


def item_of(write: dict) -> tuple | None:
    """The table and the key of a write; None if it can't be read, which the engine then reports itself."""
    name = dynamodb._normalize_table_name(write.get("TableName", ""))
    table = dynamodb._tables.get(name)
    if not table:
        return None
    source = write.get("Item") or write.get("Key") or {}
    names = [table.get("pk_name"), table.get("sk_name")]
    return (name, *(dynamodb._extract_key_val(source.get(key)) if key else None for key in names))


def writes_of(request: dict) -> list[tuple]:
    members = [write for item in request.get("TransactItems", []) for write in item.values()]
    return [item for item in map(item_of, members) if item]


def apply() -> None:
    handle = dynamodb.handle_request

    async def handle_request(method, path, headers, body, query_params):
        action = headers.get("x-amz-target", "").split(".")[-1]
        if action in SINGLE_WRITES and in_progress:
            if item_of(dynamodb.json.loads(body)) in in_progress:
                message = "Transaction is ongoing for the item"
                return error_response_json("TransactionConflictException", message, 400)
        if action != "TransactWriteItems":
            return await handle(method, path, headers, body, query_params)
        items = writes_of(dynamodb.json.loads(body))
        in_progress.update(items)
        try:
            response = await handle(method, path, headers, body, query_params)
            await asyncio.sleep(DURATION)
            return response
        finally:
            for item in items:
                in_progress[item] -= 1
                if in_progress[item] <= 0:
                    del in_progress[item]

    dynamodb.handle_request = handle_request
