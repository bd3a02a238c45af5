"""A cold start unpacks and compiles nothing anew.

AWS: the code is under /var/task, read-only; that it is there and how fast is AWS's to see to.
Source: https://docs.aws.amazon.com/lambda/latest/dg/nodejs-package.html
Engine: each new process unpacks the whole package into a folder of its own, and compiles it.
Patch: a package is unpacked once; its processes have a link to that folder, and share what Node compiled of it. A function with layers,
which the engine links into its folder, unpacks its own.
Delete when: the engine unpacks a package once and sets Node's compile cache.
"""

import hashlib
import os
import tempfile
import threading
import types
import zipfile

from ministack.core import lambda_runtime

_SHARED = os.path.join(tempfile.gettempdir(), "code")
_COMPILED = os.path.join(tempfile.gettempdir(), "compiled")

_ENABLE = (
    "        const fullPath = path.resolve(code_dir, modPath);\n",
    f"        Module.enableCompileCache?.({_COMPILED!r});\n        const fullPath = path.resolve(code_dir, modPath);\n",
)
_FLUSH = (
    '        _realStdoutWrite(JSON.stringify({ status: "ready", cold: true }) + "\\n");\n',
    '        _realStdoutWrite(JSON.stringify({ status: "ready", cold: true }) + "\\n");\n'
    "        Module.flushCompileCache?.(); // the engine kills its processes, which then write nothing\n",
)

_unpacking = threading.Lock()
_starting = threading.local()


class _SharedPackage(zipfile.ZipFile):
    def extractall(self, path=None, members=None, pwd=None):
        if os.path.basename(self.filename) != "code.zip" or _starting.has_layers:
            return super().extractall(path, members, pwd)
        with open(self.filename, "rb") as package:
            shared = os.path.join(_SHARED, hashlib.sha256(package.read()).hexdigest())
        with _unpacking:
            if not os.path.isdir(shared):
                super().extractall(f"{shared}.next", members, pwd)
                os.rename(f"{shared}.next", shared)
        os.rmdir(path)
        os.symlink(shared, path)


def apply() -> None:
    script = lambda_runtime._NODEJS_WORKER_SCRIPT
    for found, replacement in (_ENABLE, _FLUSH):
        if script.count(found) != 1:
            raise RuntimeError(f"The engine's Node worker script changed: {found!r}")
        script = script.replace(found, replacement)
    lambda_runtime._NODEJS_WORKER_SCRIPT = script
    lambda_runtime.zipfile = types.SimpleNamespace(**{**vars(zipfile), "ZipFile": _SharedPackage})
    spawn = lambda_runtime.Worker._spawn

    def spawn_and_share(worker):
        _starting.has_layers = bool(worker.config.get("Layers"))
        spawn(worker)

    lambda_runtime.Worker._spawn = spawn_and_share
