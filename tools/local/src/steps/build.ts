import { join } from 'node:path';
import { projectRoot } from '../layout.ts';
import { runTool } from '../run-tool.ts';

/** Bundles every function and builds the apps. Unchanged ones come from turbo's cache. */
export async function buildEverything(
  logs: string,
  signal: AbortSignal,
  tell: (workspace: string) => void,
): Promise<void> {
  await runTool({
    doing: 'Building',
    command: join(projectRoot, 'node_modules/.bin/turbo'),
    args: ['run', 'build', '--output-logs=new-only', '--no-update-notifier'],
    cwd: projectRoot,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', NO_COLOR: '1' },
    logFile: join(logs, 'build.log'),
    signal,
    onLine: (line) => {
      const [, workspace] = /^@waypost\/([\w-]+):build: cache/.exec(line) ?? [];
      if (workspace !== undefined) tell(workspace);
    },
  });
}
