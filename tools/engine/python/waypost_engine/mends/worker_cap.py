"""A bound on warm functions.

AWS: execution environments cost the account nothing while they wait.
Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
Engine: every function keeps a process of some 25 MB for as long as the engine runs.
Mended: at most WARM_WORKERS processes are kept (0: no bound); the one that waited longest goes first. A busy one never does.
Delete when: the engine bounds its workers by itself.
"""

import os
import threading

from ministack.core import lambda_runtime
from ministack.services import lambda_svc


def apply() -> None:
    cap = int(os.environ.get("WARM_WORKERS", "0"))
    if not cap:
        return
    acquire = lambda_svc.acquire_worker

    def acquire_worker(*arguments, **options):
        acquired = acquire(*arguments, **options)
        with lambda_runtime._lock:
            pool = [worker for workers in lambda_runtime._workers.values() for worker in workers]
            idle = sorted((worker for worker in pool if not worker.in_use), key=lambda worker: worker.last_used)
            surplus = idle[: max(0, len(pool) - cap)]
            for key in list(lambda_runtime._workers) if surplus else []:
                lambda_runtime._workers[key] = [w for w in lambda_runtime._workers[key] if w not in surplus]
        if surplus:
            threading.Thread(target=lambda_runtime.kill_workers, args=(surplus,), daemon=True).start()
        return acquired

    lambda_svc.acquire_worker = acquire_worker
