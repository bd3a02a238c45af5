import { type CommandContract, CommandMetadata } from '@waypost/contracts';
import * as z from 'zod';
import { isRetriable, PermanentError, reasonOf, TransientError } from './errors.ts';
import { type Clock, contextOfCommand, type MessageContext, systemClock } from './message-context.ts';
import { logger, withObservability } from './observability.ts';

const Payload = z.object({ metadata: CommandMetadata, data: z.unknown() });
const Outcome = z.object({ outcome: z.string() });

/**
 * The entry of a function that a workflow asks. Business outcomes are results; what is thrown reaches the workflow under
 * one of two names, `TransientError` (retry it) and `PermanentError` (give up), whatever it was.
 *
 * @example
 * export const handler = commandFunction(ReserveStock, (request, context) => reserveStock({ stock: stockTable(context) }, request));
 */
export function commandFunction<Request extends z.ZodType, Result extends z.ZodType>(
  command: CommandContract<Request, Result>,
  handle: (request: z.output<Request>, context: MessageContext) => Promise<z.output<Result>>,
  { clock = systemClock }: { clock?: Clock } = {},
): (payload: unknown) => Promise<z.output<Result>> {
  return async (payload) => {
    const { metadata, data } = parsed(Payload, payload, `${command.name} got no command`);
    const { correlationId } = metadata;
    return withObservability({ correlationId, command: command.name }, async () => {
      const request = parsed(command.request, currentOf(command, data), `${command.name} can't do this`);
      try {
        const result = await handle(request, contextOfCommand(metadata, clock));
        logger.info(command.name, outcomeOf(result));
        return parsed(command.result, result, `${command.name} has a result`);
      } catch (error) {
        logger.warn('failed', { reason: reasonOf(error) });
        throw isRetriable(error) ? new TransientError(reasonOf(error), { cause: error }) : error;
      }
    });
  };
}

/** A request as the current version says it. It doesn't tell its version: what an earlier one allows, and the current one doesn't, is of that one. */
function currentOf({ request, earlier }: CommandContract, data: unknown): unknown {
  if (!earlier || request.safeParse(data).success) return data;
  try {
    return earlier.upcast(data);
  } catch {
    return data;
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new PermanentError(`${what} that breaks its contract. ${z.prettifyError(read.error)}`);
}

function outcomeOf(result: unknown): { outcome: string } {
  const read = Outcome.safeParse(result);
  return read.success ? read.data : { outcome: 'done' };
}
