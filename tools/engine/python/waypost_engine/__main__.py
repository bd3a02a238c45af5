"""Starts the engine: locks its state directory, applies every patch, then runs MiniStack in this process.

Configured by environment variables alone (see ../../README.md). With WAYPOST_END_WITH_PARENT=1 the engine stops, saving
its state, as soon as its standard input closes, which means that the process that started it has ended.
"""

import fcntl
import os
import signal
import sys
import threading
from importlib.metadata import version
from typing import TextIO

from waypost_engine import MINISTACK_VERSION

STATE_LOCKED_EXIT_CODE = 75


def lock_state() -> TextIO:
    """Takes the state directory for as long as the file is open. A killed engine holds nothing."""
    directory = os.path.dirname(os.environ["STATE_DIR"])
    os.makedirs(directory, exist_ok=True)
    lock = open(os.path.join(directory, "engine.pid"), "a")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        print(f"Another engine runs on {directory}.", file=sys.stderr)
        sys.exit(STATE_LOCKED_EXIT_CODE)
    lock.truncate(0)
    print(os.getpid(), file=lock, flush=True)
    return lock


def stop_when_standard_input_closes() -> None:
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def main() -> None:
    installed = version("ministack")
    if installed != MINISTACK_VERSION:
        sys.exit(f"The patches are written for ministack {MINISTACK_VERSION}, but {installed} is installed.")
    lock = lock_state()
    from ministack import app

    from waypost_engine.patches import PATCHES

    left_out = os.environ.get("WAYPOST_WITHOUT_PATCHES", "").split(",")
    for patch in PATCHES:
        if patch.__name__.rpartition(".")[2] not in left_out:
            patch.apply()
    if os.environ.get("WAYPOST_END_WITH_PARENT") == "1":
        threading.Thread(target=stop_when_standard_input_closes, daemon=True, name="waypost-parent").start()
    app._port_is_bindable = lambda host, port: False  # never port 443 besides: two stages may run on one machine
    app.main()
    lock.close()


if __name__ == "__main__":
    main()
