export * from './at-decision.ts';
export * from './bank.ts';
export * from './decider.ts';
export * from './event-builders.ts';
export * from './eventually.ts';
export * from './stage-client.ts';
export * from './stage-file.ts';
export * from './values.ts';
