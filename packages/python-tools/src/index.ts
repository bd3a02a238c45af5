export { installCheckTools } from './check-tools.ts';
export { diskFull, InstallationError, isDiskFull, saysDiskFull } from './errors.ts';
export { installPython, virtualEnvironmentOf } from './install-python.ts';
export { type CommandResult, runCommand, type RunCommand } from './run-command.ts';
