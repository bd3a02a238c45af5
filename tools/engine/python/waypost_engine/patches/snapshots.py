"""A state on disk that is whole at every instant.

AWS: what was acknowledged is kept.
Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html (durability)
Engine: saves on a clean stop alone, which waits for every function that runs, for minutes if need be; one file a service, at one
time each: a kill in between leaves files that don't fit each other.
Patch: within every SNAPSHOT_SECONDS, if anything happened, and on a clean stop, the process is forked. The child holds every
service's state at one instant (a message is never gone from a queue before its effect is there) and writes all of it to one file,
which replaces the former one in a single step, unless the engine was killed in between: another one may run on that state already. A
kill at any moment leaves the last whole snapshot. Asynchronous invocations not yet done are in it too, and start again. A clean
stop gives open calls half a second.
Delete when: restart.contract.ts passes without this patch.
"""

import asyncio
import contextlib
import glob
import json
import os
import signal
import sys
import threading
import time
import traceback

from ministack import app
from ministack.core import lambda_runtime, persistence
from ministack.services import lambda_svc

from waypost_engine.patches import async_invocations

SNAPSHOT_FILE = "snapshot.json"
PENDING_INVOCATIONS = "waypost_pending_invocations"
LONGEST_SNAPSHOT_SECONDS = 60
SECONDS_FOR_OPEN_CALLS = 0.5
_READING = ("Get", "List", "Describe", "Query", "Scan", "Head", "BatchGet", "Select", "Filter", "Lookup")
_LOCKS = {type(make()): make for make in (threading.Lock, threading.RLock)}

_one_at_a_time = threading.Lock()
_ending = threading.Event()
_changes = 0


def _note_change() -> None:
    global _changes
    _changes += 1


def _snapshot_path() -> str:
    return os.path.join(persistence.STATE_DIR, SNAPSHOT_FILE)


def _free_locks() -> None:
    """In the child, whose other threads are gone with whatever they held."""
    for name, module in list(sys.modules.items()):
        if name.startswith("ministack"):
            for attribute, value in list(vars(module).items()):
                if make := _LOCKS.get(type(value)):
                    setattr(module, attribute, make())


def _write_state(functions_by_service: dict, engine: int) -> None:
    prune, unreferenced = lambda_svc._prune_orphan_code_blobs, []
    lambda_svc._prune_orphan_code_blobs = unreferenced.append  # not before the new snapshot is in place
    temporary = f"{_snapshot_path()}.next.{os.getpid()}"
    try:
        with open(temporary, "w") as file:  # made at once: its birth tells which moment this is the state of
            services = {name: get_state() for name, get_state in functions_by_service.items()}
            versions = {name: persistence._state_format_version(name) for name in services}
            content = {"versions": versions, "services": services, PENDING_INVOCATIONS: async_invocations.pending}
            file.write(json.dumps(content, default=persistence._json_default))  # json.dump takes four times as long
            file.flush()
            os.fsync(file.fileno())
        if os.getppid() != engine:
            return
        os.replace(temporary, _snapshot_path())
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
    for referenced in unreferenced:
        prune(referenced)


def save_all(functions_by_service: dict, last: bool = False) -> None:
    """Takes a snapshot and waits until it is on disk; none after the last one, whose files may be gone once the engine is. What
    fails is reported on standard error and leaves the previous one."""
    os.makedirs(persistence.STATE_DIR, exist_ok=True)
    with _one_at_a_time:
        if _ending.is_set():
            return
        if last:
            _ending.set()
        engine, child = os.getpid(), os.fork()
        if child == 0:
            status = 1
            try:
                _close_inherited_files()
                _free_locks()
                _write_state(functions_by_service, engine)
                status = 0
            except BaseException:
                os.write(2, f"Snapshot failed:\n{traceback.format_exc()}".encode())
            finally:
                os._exit(status)
        deadline = time.monotonic() + LONGEST_SNAPSHOT_SECONDS
        while os.waitpid(child, os.WNOHANG) == (0, 0):
            if time.monotonic() > deadline:
                os.kill(child, 9)
            time.sleep(0.01)


def _save_and_end() -> None:
    """The last act of a clean stop, on the thread of the event loop: nothing is acknowledged any more. What functions still do is
    cut off here; the message or record that they were at is in the snapshot."""
    save_all(app._build_persistence_save_dict(), last=True)
    lambda_runtime.reset()
    os._exit(0)


def _stop_on_signals() -> None:
    """Called on the event loop after the web server has set its own handlers, which would wait for every open call."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, loop.call_later, SECONDS_FOR_OPEN_CALLS, _save_and_end)


def _close_inherited_files() -> None:
    """The port must be free, and the workers' input closed, as soon as the engine ends, even if the child still writes."""
    os.closerange(3, 65536)


def _read_snapshot() -> dict:
    for unfinished in glob.glob(glob.escape(_snapshot_path()) + ".next.*"):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(unfinished)
    try:
        with open(_snapshot_path()) as file:
            return json.load(file, object_hook=persistence._json_object_hook)
    except FileNotFoundError:
        return {"services": {}}


def _take_snapshots_for_ever(interval: float) -> None:
    saved, took = _changes, 0.0
    while True:
        # The data that a kill loses is no older than the interval when the next snapshot is done; but a large state may take half of one
        # processor, no more.
        time.sleep(max(interval - 2 * took, took))
        if _changes != saved or _work_is_under_way():
            saved, begun = _changes, time.monotonic()
            with contextlib.suppress(OSError):  # no process or memory left: the next one may succeed
                persistence.save_all(app._build_persistence_save_dict())
            took = time.monotonic() - begun


def _work_is_under_way() -> bool:
    return bool(async_invocations.pending or lambda_svc._esm_inflight)


def _count_changes() -> None:
    dispatch, execute = app._dispatch_service_request, lambda_svc._execute_function_dispatch

    async def dispatch_service_request(method, path, headers, *rest):
        operation = headers.get("x-amz-target", "").rpartition(".")[2]
        if method not in ("GET", "HEAD", "OPTIONS") and not operation.startswith(_READING):
            _note_change()
        return await dispatch(method, path, headers, *rest)

    def execute_function_dispatch(*arguments):
        _note_change()
        try:
            return execute(*arguments)
        finally:
            _note_change()

    app._dispatch_service_request = dispatch_service_request
    lambda_svc._execute_function_dispatch = execute_function_dispatch


def apply() -> None:
    if not persistence.PERSIST_STATE:
        return
    load_persisted_state = app._load_persisted_state

    def load_snapshot():
        snapshot = _read_snapshot()
        app.load_state = snapshot["services"].get
        load_persisted_state()
        _stop_on_signals()
        for request in snapshot.get(PENDING_INVOCATIONS, {}).values():
            async_invocations.start(request)
        interval = float(os.environ.get("SNAPSHOT_SECONDS", "5"))
        threading.Thread(target=_take_snapshots_for_ever, args=(interval,), daemon=True, name="waypost-snapshots").start()

    _count_changes()
    persistence.save_all = app.save_all = save_all
    app._load_persisted_state = load_snapshot
