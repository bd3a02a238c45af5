export * from './random.ts';
export * from './scheduler.ts';
export * from './faults.ts';
export * from './functions.ts';
export * from './message-relay.ts';
export * from './task-tokens.ts';
export { type Execution, type StateMachines, stateMachines } from './state-machine/executions.ts';
