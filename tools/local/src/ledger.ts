// npm run ledger -- rebuild: projects the ledger's books anew from the first entry on, on the running stage, which goes on posting.
import { RebuildBooks } from '@waypost/contracts';
import { askOnStage } from './ask-on-stage.ts';
import { describeError, StageError } from './stage-error.ts';

async function ledger(what: string | undefined): Promise<string> {
  if (what !== 'rebuild') {
    throw new StageError(
      what === undefined ? 'Nothing was asked for.' : `The ledger knows no ${what}.`,
      'Say: npm run ledger -- rebuild.',
    );
  }
  const { entries, generation } = await askOnStage(RebuildBooks, {}, 'npm run ledger');
  return `Rebuilt from ${entries} entries; generation ${generation} of the books is read now.`;
}

try {
  console.log(await ledger(process.argv[2]));
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
