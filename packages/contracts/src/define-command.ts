import type * as z from 'zod';
import type { EarlierVersion } from './define-event.ts';
import type { CommandMetadata } from './envelope.ts';

/** A command as it travels: the payload of the invocation. */
export interface CommandPayload<Request = unknown> {
  readonly metadata: CommandMetadata;
  readonly data: Request;
}

export interface CommandContract<Request extends z.ZodType = z.ZodType, Result extends z.ZodType = z.ZodType> {
  readonly kind: 'command';
  /** The service that answers it. */
  readonly owner: string;
  readonly name: string;
  readonly version: number;
  readonly request: Request;
  /** Converts a request of an earlier version, which an execution with an old definition still sends. */
  readonly earlier?: EarlierVersion;
  /** Business outcomes, told apart by `outcome`; only the unexpected is thrown. */
  readonly result: Result;
}

export type CommandRequest<Contract> = Contract extends CommandContract<infer Request> ? z.output<Request> : never;
export type CommandResult<Contract> =
  Contract extends CommandContract<z.ZodType, infer Result> ? z.output<Result> : never;

/**
 * Defines a question that one service's workflow may ask another service. The answering stack publishes the alias ARN
 * of its function under `/waypost/<stage>/<owner>/commands/<name>`.
 */
export function defineCommand<Request extends z.ZodType, Result extends z.ZodType>(definition: {
  owner: string;
  name: string;
  version: number;
  request: Request;
  earlier?: EarlierVersion;
  result: Result;
}): CommandContract<Request, Result> {
  return { kind: 'command', ...definition };
}
