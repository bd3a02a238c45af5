import { reasonOf } from './errors.ts';
import { logger } from './observability.ts';

/** What a sweep did, by outcome. */
export type SweepResult = Readonly<Record<string, number>>;

/** Drives each of them on, one after the other. One that fails holds up no other: the next sweep finds it again. */
export async function sweep<Id extends string>(
  ids: readonly Id[],
  drive: (id: Id) => Promise<{ readonly outcome: string }>,
): Promise<SweepResult> {
  const swept: Record<string, number> = {};
  for (const id of ids) {
    const outcome = await drive(id).then(
      (result) => result.outcome,
      (error: unknown) => {
        logger.warn('not swept', { id, reason: reasonOf(error) });
        return 'failed';
      },
    );
    swept[outcome] = (swept[outcome] ?? 0) + 1;
  }
  return swept;
}
