"""Reading DynamoDB and Kinesis streams as the engine keeps them, and as functions are handed their records."""

import base64
import bisect

from ministack.core.responses import get_region
from ministack.services import dynamodb, kinesis

DYNAMODB_SHARD = "shardId-00000000000000000000-00000000"
# A position is the sequence number of the last record done; this one comes before all.
BEFORE_EVERY_RECORD = ""


def sequence_number(record: dict) -> str:
    return str((record.get("kinesis") or {}).get("sequenceNumber") or record["dynamodb"]["SequenceNumber"])


def arrival_time(record: dict) -> float:
    if "kinesis" in record:
        return float(record["kinesis"]["approximateArrivalTimestamp"])
    return float(record["dynamodb"]["ApproximateCreationDateTime"])


def kinesis_event(shard_id: str, record: dict, stream_arn: str, function: dict) -> dict:
    data = record["Data"]
    if isinstance(data, str):
        try:
            base64.b64decode(data, validate=True)
        except ValueError:
            data = data.encode()
    return {
        "kinesis": {
            "kinesisSchemaVersion": "1.0",
            "partitionKey": record["PartitionKey"],
            "sequenceNumber": record["SequenceNumber"],
            "data": base64.b64encode(data).decode() if isinstance(data, bytes) else data,
            "approximateArrivalTimestamp": record["ApproximateArrivalTimestamp"],
        },
        "eventSource": "aws:kinesis",
        "eventVersion": "1.0",
        "eventID": f"{shard_id}:{record['SequenceNumber']}",
        "eventName": "aws:kinesis:record",
        "invokeIdentityArn": (function.get("config") or {}).get("Role", ""),
        "awsRegion": get_region(),
        "eventSourceARN": stream_arn,
    }


def shards_of(stream_arn: str) -> dict[str, list[dict]]:
    """The stream's records by shard, oldest first, as the engine keeps them; nothing when the stream is gone or not ready."""
    if ":kinesis:" in stream_arn:
        stream = kinesis._streams.get(stream_arn.split("/", 1)[1])
        if not stream or stream.get("StreamARN") != stream_arn or stream["StreamStatus"] != "ACTIVE":
            return {}
        return {shard_id: shard["records"] for shard_id, shard in stream["shards"].items()}
    table_name = stream_arn.split("/stream/")[0].split("/")[-1]
    table = dynamodb._tables.get(table_name)
    if not table or table.get("LatestStreamArn") != stream_arn:
        return {}
    return {DYNAMODB_SHARD: dynamodb.stream_live_records(table_name)}


def stored_sequence_number(record: dict) -> str:
    return str(record["SequenceNumber"] if "SequenceNumber" in record else record["dynamodb"]["SequenceNumber"])


def records_after(records: list[dict], position: str) -> int:
    """The index of the first record after a position."""
    return bisect.bisect_right(records, position, key=stored_sequence_number)
