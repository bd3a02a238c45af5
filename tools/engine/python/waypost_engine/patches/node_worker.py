"""What a Node function throws, logs and leaves behind.

AWS: a thrown error reaches the caller, and Catch and Retry of a workflow, under its own name (`errorType`), and the execution
environment stays warm after it; a function that exits is `Runtime.ExitError`; the log of an invocation holds that invocation's lines;
a function never outlives its service.
Source: https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html,
https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
Engine: every error and every exit is named `Runtime.HandlerError` and ends the worker process, so that the next call is a cold start; each warm
call waits up to 50 ms for log lines; a worker with open handles survives a killed engine.
Patch: the worker script reports name, message and stack trace, marks the end of an invocation in its log, and exits when the engine is
gone. Other runtimes only wait less for their log lines.
Delete when: errors.contract.ts passes and `npm run bench:engine` stays under 15 ms a warm call without this patch.
"""

import queue
import threading
import time

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

END_OF_LOG = "@waypost:end-of-invocation"
END_OF_LOG_WAIT_SECONDS = 0.5

_REPLACEMENTS = (
    (  # a rejected promise, callback(error) and context.fail
        """          _realStdoutWrite(JSON.stringify({
            status: "error", error: String(err.message || err), trace: err.stack || ""
          }) + "\\n");""",
        """          _tellHandlerError(err);""",
    ),
    (  # an error thrown by a handler that is no async function
        """      _realStdoutWrite(JSON.stringify({
        status: "error", error: e.message, trace: e.stack
      }) + "\\n");""",
        """      _tellHandlerError(e);""",
    ),
    (
        """          _realStdoutWrite(JSON.stringify({ status: "ok", result: res }) + "\\n");""",
        """          process.stderr.write("%s\\n");
          _realStdoutWrite(JSON.stringify({ status: "ok", result: res }) + "\\n");"""
        % END_OF_LOG,
    ),
    (
        "let handlerFn = null;\n",
        """let handlerFn = null;

function _tellHandlerError(error) {
  const isError = error instanceof Error || (error !== null && typeof error === "object" && "message" in error);
  const told = isError
    ? { name: String(error.name || "Error"), message: String(error.message), trace: String(error.stack || "").split("\\n") }
    : { name: typeof error, message: String(error), trace: [] };
  process.stderr.write("%s\\n");
  _realStdoutWrite(JSON.stringify({ status: "ok", handlerError: told }) + "\\n");
}
"""
        % END_OF_LOG,
    ),
    ('\nrl.on("line",', '\nrl.on("close", () => process.exit(0));\nrl.on("line",'),
)

_thrown = threading.local()


def _mended_script(script: str) -> str:
    for found, replacement in _REPLACEMENTS:
        if script.count(found) != 1:
            raise RuntimeError(f"The engine's Node worker script changed: {found!r}")
        script = script.replace(found, replacement)
    return script


def _lines_of_invocation(worker) -> str:
    lines = []
    deadline = time.monotonic() + END_OF_LOG_WAIT_SECONDS
    while (left := deadline - time.monotonic()) > 0:
        try:
            line = worker._stderr_queue.get(timeout=left)
        except queue.Empty:
            break
        if line == END_OF_LOG:
            break
        lines.append(line)
    return "\n".join(lines)


def apply() -> None:
    lambda_runtime._NODEJS_WORKER_SCRIPT = _mended_script(lambda_runtime._NODEJS_WORKER_SCRIPT)
    drain, invoke, execute = (
        lambda_runtime.Worker._drain_stderr_bounded,
        lambda_runtime.Worker.invoke,
        lambda_svc._execute_function_warm,
    )

    def drain_stderr_bounded(worker):
        alive = worker._proc is not None and worker._proc.poll() is None
        if alive and str(worker.config.get("Runtime", "")).startswith("nodejs"):
            return _lines_of_invocation(worker)
        return drain(worker, first_line_wait=0.003, idle_confirm=0.002, hard_cap=0.25)

    def invoke_worker(worker, event, request_id, **options):
        result = invoke(worker, event, request_id, **options)
        thrown = _thrown.error = result.pop("handlerError", None)
        if thrown:
            result.update(status="error", error=thrown["message"], trace="\n".join(thrown["trace"]))
        return result

    def execute_function_warm(func, event, request_id):
        _thrown.error = None
        result = execute(func, event, request_id)
        if result.get("error") and _thrown.error:
            thrown = _thrown.error
            result["body"] = {"errorType": thrown["name"], "errorMessage": thrown["message"], "trace": thrown["trace"]}
        elif result.get("error") and result["body"].get("errorType") == "Runtime.HandlerError":
            result["body"]["errorType"] = "Runtime.ExitError"  # no handler threw it: the process is gone
        return result

    lambda_runtime.Worker._drain_stderr_bounded = drain_stderr_bounded
    lambda_runtime.Worker.invoke = invoke_worker
    lambda_svc._execute_function_warm = execute_function_warm
