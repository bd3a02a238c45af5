import { type BusEvent, type EventContract, type EventData, EventMetadata } from '@waypost/contracts';
import * as z from 'zod';
import { PermanentError } from './errors.ts';

/** An event that a consumer asked for, told apart by `name`. */
export type ReceivedEvent<Contract extends EventContract> = Contract extends EventContract
  ? { readonly name: Contract['name']; readonly data: EventData<Contract>; readonly metadata: EventMetadata }
  : never;

const Envelope = z.object({
  'detail-type': z.string(),
  detail: z.object({ metadata: EventMetadata, data: z.unknown() }),
});

const Correlated = z.object({ detail: z.object({ metadata: z.object({ correlationId: z.string() }) }) });

/** The correlation id of a message that may be anything, for the logs and the dead letter of one that can't be read. */
export function correlationIdOf(message: unknown): string | undefined {
  const found = Correlated.safeParse(message);
  return found.success ? found.data.detail.metadata.correlationId : undefined;
}

/**
 * Reads an event from the bus as one of those that the consumer knows, an earlier version in the words of the current one.
 * Unknown fields are dropped.
 *
 * @throws PermanentError for another event, an unknown version, or data that breaks the contract.
 */
export function readEvent<Contract extends EventContract>(
  contracts: readonly Contract[],
  message: unknown,
): ReceivedEvent<Contract> {
  const envelope = Envelope.safeParse(message);
  if (!envelope.success) throw new PermanentError(`This is no event of the shop. ${z.prettifyError(envelope.error)}`);

  const { metadata, data } = envelope.data.detail;
  const name: BusEvent['detail-type'] = envelope.data['detail-type'];
  const sameName = contracts.filter((contract) => contract.name === name);
  if (sameName.length === 0) throw new PermanentError(`Unknown event ${name}`);

  const contract = sameName.find((each) => supports(each, metadata.schemaVersion));
  if (!contract) throw new PermanentError(`Version ${metadata.schemaVersion} of ${name} is not known here`);

  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract was found by its name and its schema gave the data
  return {
    name: contract.name,
    data: dataOf(contract, metadata.schemaVersion, data),
    metadata,
  } as ReceivedEvent<Contract>;
}

const supports = ({ version, earlier }: EventContract, published: number): boolean =>
  version === published || earlier.some((each) => each.version === published);

/** The data of an event as the current version says it. */
function dataOf({ name, schema, earlier }: EventContract, published: number, data: unknown): unknown {
  const from = earlier.find(({ version }) => version === published);
  try {
    return schema.parse(from ? from.upcast(data) : data);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new PermanentError(`${name} breaks its contract. ${z.prettifyError(error)}`, { cause: error });
  }
}
