import { reasonOf } from './errors.ts';
import { logger } from './observability.ts';

/** Number of items by outcome. */
export type SweepResult = Readonly<Record<string, number>>;

/** Redrives each item, one after the other. A failure affects no other item: the next sweep finds it again. */
export async function sweep<Id extends string>(
  ids: readonly Id[],
  drive: (id: Id) => Promise<{ readonly outcome: string }>,
): Promise<SweepResult> {
  const outcomes: Record<string, number> = {};
  for (const id of ids) {
    const outcome = await drive(id).then(
      (result) => result.outcome,
      (error: unknown) => {
        logger.warn('redrive failed', { id, reason: reasonOf(error) });
        return 'failed';
      },
    );
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return outcomes;
}
