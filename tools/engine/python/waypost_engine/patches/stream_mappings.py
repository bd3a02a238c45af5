"""Event source mappings of DynamoDB streams and Kinesis streams.

AWS: a shard's records come in order and a failing batch is retried with backoff, from the lowest sequence number that a partial
response names, halved if BisectBatchOnFunctionError says so (which uses up no retry), until MaximumRetryAttempts or
MaximumRecordAgeInSeconds; then its description goes to the on-failure destination and the shard goes on. A failing mapping blocks
its own shard and nothing else.
Source: https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html,
https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html,
https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
Engine: partial responses, bisect, retry limit, age (Kinesis) and destination are ignored, and one poll thread runs all mappings.
Patch: each shard of each mapping has a state and a thread of its own; its position is the sequence number of the last record
done, so it survives a restart together with the records (stream_records). Not covered: parallelization factor, windows.
Delete when: streams.contract.ts passes without this patch.
"""

import json
import time
from dataclasses import dataclass, field

from ministack.core.responses import request_scope
from ministack.services import lambda_svc

from waypost_engine.delivery import send_as_function
from waypost_engine.streams import (
    BEFORE_EVERY_RECORD,
    arrival_time,
    kinesis_event,
    records_after,
    sequence_number,
    shards_of,
    stored_sequence_number,
)

LONGEST_BACKOFF_SECONDS = 10


@dataclass
class Shard:
    """What is known of one shard of one mapping between two polls."""

    busy: bool = False
    not_before: float = 0
    failed_tries: int = 0
    # Ends of the halves of a bisected batch, nearest first: sequence numbers of their last records.
    batch_ends: list[str] = field(default_factory=list)


_shards: dict[tuple, Shard] = {}


def positions_of(mapping: dict, shards: dict[str, list[dict]]) -> dict[str, str]:
    """The mapping's position in each shard. TRIM_HORIZON starts before all records, LATEST after those already there."""
    known = lambda_svc._kinesis_positions.get(mapping["UUID"])
    positions = {} if known is None else known
    latest = known is None and mapping.get("StartingPosition", "LATEST") == "LATEST"
    for shard_id, records in shards.items():
        newest = stored_sequence_number(records[-1]) if records else BEFORE_EVERY_RECORD
        positions.setdefault(shard_id, newest if latest else BEFORE_EVERY_RECORD)
    if known is None:
        lambda_svc._kinesis_positions[mapping["UUID"]] = positions
    return positions


def _first_failed(mapping: dict, batch: list[dict], result: dict) -> int | None:
    """The index of the first record of the batch that failed; None when all are done."""
    if result.get("error"):
        return 0
    if "ReportBatchItemFailures" not in (mapping.get("FunctionResponseTypes") or []):
        return None
    body = result.get("body")
    try:
        response = json.loads(body) if isinstance(body, str) and body else body
        failures = (response or {}).get("batchItemFailures") or []
        identifiers = [str(failure["itemIdentifier"]) for failure in failures]
    except (ValueError, AttributeError, KeyError, TypeError):
        return 0  # not a batch response: all of it failed
    index_of = {sequence_number(record): index for index, record in enumerate(batch)}
    return min((index_of.get(identifier, 0) for identifier in identifiers), default=None)


def _describe_failed_batch(mapping: dict, function: dict, shard_id: str, batch: list[dict], condition: str, tries: int):
    def iso(seconds: float) -> str:
        return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + ".%03dZ" % (seconds % 1 * 1000)

    description = {
        "requestContext": {
            "requestId": lambda_svc.new_uuid(),
            "functionArn": mapping["FunctionArn"],
            "condition": condition,
            "approximateInvokeCount": tries,
        },
        "responseContext": {
            "statusCode": 200,
            "executedVersion": (function.get("config") or function).get("Version", "$LATEST"),
            "functionError": "Unhandled",
        },
        "version": "1.0",
        "timestamp": iso(time.time()),
        "KinesisBatchInfo" if "kinesis" in batch[0] else "DDBStreamBatchInfo": {
            "shardId": shard_id,
            "startSequenceNumber": sequence_number(batch[0]),
            "endSequenceNumber": sequence_number(batch[-1]),
            "approximateArrivalOfFirstRecord": iso(arrival_time(batch[0])),
            "approximateArrivalOfLastRecord": iso(arrival_time(batch[-1])),
            "batchSize": len(batch),
            "streamArn": mapping["EventSourceArn"],
        },
    }
    destination = ((mapping.get("DestinationConfig") or {}).get("OnFailure") or {}).get("Destination")
    send_as_function(function, destination, json.dumps(description))


def _limit(mapping: dict, name: str) -> int:
    return -1 if mapping.get(name) is None else int(mapping[name])


def _after_failure(mapping: dict, function: dict, shard: Shard, shard_id: str, batch: list, failed: int, positions: dict):
    mapping["LastProcessingResult"] = "PROBLEM: Function call failed"
    end = sequence_number(batch[-1])
    if not shard.batch_ends:
        shard.batch_ends = [end]
    shard.failed_tries = 1 if failed else shard.failed_tries + 1
    if failed:
        positions[shard_id] = sequence_number(batch[failed - 1])
    left = batch[failed:]
    oldest_allowed, retries = _limit(mapping, "MaximumRecordAgeInSeconds"), _limit(mapping, "MaximumRetryAttempts")
    too_old = oldest_allowed > 0 and time.time() - arrival_time(left[0]) > oldest_allowed
    bisects = str(mapping.get("BisectBatchOnFunctionError")).lower() == "true"
    if bisects and not too_old and not failed and len(left) > 1:
        shard.batch_ends.insert(0, sequence_number(left[(len(left) - 1) // 2]))
        shard.failed_tries = 0
    elif too_old or 0 <= retries < shard.failed_tries:
        condition = "MaxRecordAgeExceeded" if too_old else "RetryAttemptsExhausted"
        _describe_failed_batch(mapping, function, shard_id, left, condition, shard.failed_tries)
        shard.failed_tries = 0
        shard.batch_ends.pop(0)
        positions[shard_id] = end
    else:
        shard.not_before = time.time() + min(0.2 * 2**shard.failed_tries, LONGEST_BACKOFF_SECONDS)


def _run_batch(mapping: dict, function: dict, shard: Shard, shard_id: str, batch: list[dict], positions: dict):
    try:
        matching = lambda_svc._apply_filter_criteria(batch, mapping)
        result = lambda_svc._execute_function(function, {"Records": matching}) if matching else {}
        if result.get("throttle"):
            shard.not_before = time.time() + 1
            return
        failed = _first_failed(mapping, batch, result)
        if failed is not None:
            _after_failure(mapping, function, shard, shard_id, batch, failed, positions)
            return
        mapping["LastProcessingResult"] = f"OK - {len(batch)} records"
        shard.failed_tries = 0
        positions[shard_id] = sequence_number(batch[-1])
    finally:
        shard.busy = False


def _next_batch(mapping: dict, shard: Shard, records: list[dict], position: str) -> list[dict]:
    while shard.batch_ends and shard.batch_ends[0] <= position:
        shard.batch_ends.pop(0)
    start = records_after(records, position)
    end = start + int(mapping.get("BatchSize") or 100)
    if shard.batch_ends:
        end = min(end, records_after(records, shard.batch_ends[0]))
    return records[start:end]


def _poll_mapping(mapping: dict, scope: tuple) -> bool:
    function, _ = lambda_svc._get_func_record_for_qualifier(mapping["FunctionName"], mapping.get("Qualifier"))
    if function is None:
        return False
    found_work = False
    stream_arn = mapping["EventSourceArn"]
    shards = shards_of(stream_arn)
    positions = positions_of(mapping, shards) if shards else {}
    for shard_id, records in shards.items():
        shard = _shards.setdefault((*scope, mapping["UUID"], shard_id), Shard())
        if shard.busy or shard.not_before > time.time():
            continue
        batch = _next_batch(mapping, shard, records, positions[shard_id])
        if not batch:
            continue
        if ":kinesis:" in stream_arn:
            batch = [kinesis_event(shard_id, record, stream_arn, function) for record in batch]
        shard.busy = found_work = True
        lambda_svc._dispatch_esm_batch(mapping["UUID"], _run_batch, mapping, function, shard, shard_id, batch, positions)
    return found_work


def _poll(service: str) -> bool:
    """One pass over the mappings of a service. True when at least one batch began."""
    found_work = False
    for account, region, mapping in lambda_svc._iter_all_esms():
        if not mapping.get("Enabled", True) or f":{service}:" not in mapping.get("EventSourceArn", ""):
            continue
        with request_scope(account, region):
            found_work = _poll_mapping(mapping, (account, region)) or found_work
    return found_work


def _anchor_position(mapping_id: str, stream_arn: str, starting_position: str) -> None:
    """Called when a mapping is made: LATEST means from now, not from the first poll."""
    if shards := shards_of(stream_arn):
        positions_of({"UUID": mapping_id, "StartingPosition": starting_position}, shards)


def apply() -> None:
    lambda_svc._init_stream_position = _anchor_position
    lambda_svc._poll_kinesis = lambda: _poll("kinesis")
    lambda_svc._poll_dynamodb_streams = lambda: _poll("dynamodb")
