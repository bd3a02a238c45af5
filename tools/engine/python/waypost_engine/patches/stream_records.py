"""Unread stream records after a restart.

AWS: a DynamoDB stream keeps its records for 24 hours.
Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
Engine: they are in memory alone (those of Kinesis are saved), and so is the age of a table's streams.
Patch: the records that some mapping has not done yet are part of the state, as is where each mapping stands (stream_mappings).
Those that every mapping has done are not: a table of many orders would be written again with every snapshot.
Delete when: restart.contract.ts passes without this patch.
"""

from ministack.core.responses import AccountRegionScopedDict
from ministack.services import dynamodb, lambda_svc

from waypost_engine.streams import BEFORE_EVERY_RECORD, DYNAMODB_SHARD, records_after

STATE_KEY = "waypost_unread_stream_records"


def _positions_by_stream() -> dict[str, list[str]]:
    positions: dict[str, list[str]] = {}
    for account, region, mapping in lambda_svc._iter_all_esms():
        known = lambda_svc._kinesis_positions.get_scoped(account, region, mapping["UUID"]) or {}
        position = known.get(DYNAMODB_SHARD, BEFORE_EVERY_RECORD)
        positions.setdefault(mapping.get("EventSourceArn", ""), []).append(position)
    return positions


def unread_records() -> AccountRegionScopedDict:
    unread = AccountRegionScopedDict()
    positions = _positions_by_stream()
    for (account, region, table_name), records in dynamodb._stream_records.all_items():
        table = dynamodb._tables.get_scoped(account, region, table_name) or {}
        readers = positions.get(table.get("LatestStreamArn", ""))
        if readers and (left := records[records_after(records, min(readers)) :]):
            unread.set_scoped(account, region, table_name, left)
    return unread


def apply() -> None:
    get_state, load = dynamodb.get_state, dynamodb.load_persisted_state

    def get_state_with_unread_records():
        return {**get_state(), STATE_KEY: unread_records()}

    def load_with_unread_records(state):
        load(state)
        dynamodb._stream_records.update((state or {}).get(STATE_KEY) or AccountRegionScopedDict())

    dynamodb.get_state = get_state_with_unread_records
    dynamodb.load_persisted_state = load_with_unread_records
