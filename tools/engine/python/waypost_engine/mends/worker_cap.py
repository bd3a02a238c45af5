"""A bound on warm functions.

AWS: execution environments cost the account nothing while they wait.
Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
Engine: every function keeps a process of some 25 MB for as long as the engine runs, and each call at once starts another.
Mended: at most WARM_WORKERS processes are kept (0: no bound); the one that waited longest goes first, a busy one never. At the bound a
call waits for a process of its own function rather than have another function's ended for it: starting one takes both cores longer than
most calls take. It waits only so long, since its caller may be the one that holds the process.
Delete when: the engine bounds its workers by itself.
"""

import os
import threading
import time

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

LONGEST_WAIT_SECONDS = 2.0


def apply() -> None:
    cap = int(os.environ.get("WARM_WORKERS", "0"))
    if not cap:
        return
    acquire, release = lambda_svc.acquire_worker, lambda_svc.release_worker
    released = threading.Condition(lambda_runtime._lock)

    def all_workers():
        return [worker for workers in lambda_runtime._workers.values() for worker in workers]

    def acquire_worker(func_name, config, code_zip, qualifier="$LATEST", **options):
        key = lambda_runtime._worker_key(func_name, config, qualifier)
        deadline = time.monotonic() + LONGEST_WAIT_SECONDS
        with released:
            while (
                len(all_workers()) >= cap
                and (own := lambda_runtime._workers.get(key))
                and all(worker.in_use for worker in own)
                and (left := deadline - time.monotonic()) > 0
            ):
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
