import type { PovertyStandard } from '@benvung/domain/standard/poverty-standard';
import type { Scorecard } from '@benvung/domain/standard/scorecard';
import type { Db } from '../platform/database/database.ts';
import { listUsableScorecards } from './list-scorecards.ts';
import { regulations } from './read-regulations.ts';

type Unverified = Scorecard & { readonly status: 'unverified' | 'synthetic' };
const isUnverified = (card: Scorecard): card is Unverified => card.status !== 'verified';

/** Law that cannot carry a recognition: drafts of standards, and scorecards without their official text. */
export async function listUnverifiedLaw(
  db: Db,
): Promise<{ readonly standards: readonly PovertyStandard[]; readonly scorecards: readonly Unverified[] }> {
  const drafts = regulations()
    .standards.map(({ standard }) => standard)
    .filter(({ status }) => status === 'draft');
  return {
    standards: [...new Map(drafts.map((standard) => [standard.id, standard])).values()],
    scorecards: (await listUsableScorecards(db)).map(({ scorecard }) => scorecard).filter(isUnverified),
  };
}
