export { startEngine, type Engine, type EngineOptions } from './engine.ts';
export { copyState } from './copy-state.ts';
export { EngineError } from './errors.ts';
export { installEngine } from './install.ts';
export { trustCertificate } from './trust.ts';
