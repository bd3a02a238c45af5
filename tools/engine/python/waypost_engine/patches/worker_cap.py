"""A bound on functions that run and wait.

AWS: execution environments cost the account nothing while they wait, and each starts on hardware of its own; what comes faster than
functions run waits before it, and its time limit begins with its own run.
Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html,
https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
Engine: every function keeps a process of some 25 MB for as long as the engine runs, and each call at once starts another, all on the same
few cores: a burst starts so many that those which run exceed their time limits, are ended, and have to start anew.
Patch: a function has at most WORKERS_PER_FUNCTION processes, and two processes start at a time; later requests wait. At most
WARM_WORKERS processes of all functions are kept (0: no bound); the one that waited longest goes first, a busy one never. At that bound a
call waits for a process of its own function rather than have another function's ended for it: starting one takes both cores longer
than most calls take. Every wait has a limit, since the caller may be the one that holds the process.
Delete when: the engine bounds its workers by itself.
"""

import os
import threading
import time

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

STARTS_AT_ONCE = 2
LONGEST_WAIT_SECONDS = 20.0


def _start_in_turn() -> None:
    turn = threading.BoundedSemaphore(STARTS_AT_ONCE)
    spawn = lambda_runtime.Worker._spawn

    def spawn_in_turn(worker):
        with turn:
            spawn(worker)

    lambda_runtime.Worker._spawn = spawn_in_turn


def apply() -> None:
    _start_in_turn()
    cap = int(os.environ.get("WARM_WORKERS", "0"))
    if not cap:
        return
    most = int(os.environ.get("WORKERS_PER_FUNCTION", "0")) or cap
    acquire, release = lambda_svc.acquire_worker, lambda_svc.release_worker
    released = threading.Condition(lambda_runtime._lock)

    def all_workers():
        return [worker for workers in lambda_runtime._workers.values() for worker in workers]

    def has_to_wait(own) -> bool:
        if not own or not all(worker.in_use for worker in own):
            return False
        return len(own) >= most or len(all_workers()) >= cap

    def acquire_worker(func_name, config, code_zip, qualifier="$LATEST", **options):
        key = lambda_runtime._worker_key(func_name, config, qualifier)
        deadline = time.monotonic() + LONGEST_WAIT_SECONDS
        with released:
            while has_to_wait(lambda_runtime._workers.get(key)) and (left := deadline - time.monotonic()) > 0:
                released.wait(left)
        acquired = acquire(func_name, config, code_zip, qualifier=qualifier, **options)
        with released:
            pool = all_workers()
            idle = sorted((worker for worker in pool if not worker.in_use), key=lambda worker: worker.last_used)
            surplus = idle[: max(0, len(pool) - cap)]
            for key in list(lambda_runtime._workers) if surplus else []:
                lambda_runtime._workers[key] = [w for w in lambda_runtime._workers[key] if w not in surplus]
        if surplus:
            threading.Thread(target=lambda_runtime.kill_workers, args=(surplus,), daemon=True).start()
        return acquired

    def release_worker(worker):
        release(worker)
        with released:
            released.notify_all()

    lambda_svc.acquire_worker, lambda_svc.release_worker = acquire_worker, release_worker
