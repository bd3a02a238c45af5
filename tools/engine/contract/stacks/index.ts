import type { DefineStack } from '../support/synthesize.ts';
import { defineApi } from './api.ts';
import { defineAsync } from './async.ts';
import { defineCallbacks } from './callbacks.ts';
import { defineEvents } from './events.ts';
import { defineFunctions } from './functions.ts';
import { defineMetrics } from './metrics.ts';
import { definePermissions } from './permissions.ts';
import { defineQueues } from './queues.ts';
import { defineStreams } from './streams.ts';
import { defineTables } from './tables.ts';
import { defineWorkflows } from './workflows.ts';

/** Every stack of the suite that is deployed once for all. */
export const definitions: readonly DefineStack[] = [
  defineApi,
  defineAsync,
  defineCallbacks,
  defineEvents,
  defineFunctions,
  defineMetrics,
  definePermissions,
  defineQueues,
  defineStreams,
  defineTables,
  defineWorkflows,
];
