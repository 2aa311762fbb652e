import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { ScorecardLoaded, ScorecardView } from '@benvung/contract/standard';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import { checkScorecard } from '@benvung/domain/standard/check-scorecard';
import type { Scorecard } from '@benvung/domain/standard/scorecard';
import type { Db } from '../platform/database/database.ts';
import { listUsableScorecards, replacedCard } from './list-scorecards.ts';
import { loadScorecard } from './load-scorecard.ts';
import { readScorecardFile } from './read-scorecard-file.ts';
import { describeFault } from './scorecard-fault-text.ts';

export interface ScorecardToTake {
  /** The filled template. */
  readonly path: string;
  /** Says what is wrong and keeps nothing. */
  readonly dryRun: boolean;
  readonly loadedBy: string;
  readonly loadedAt: Date;
}

/** Reads a filled template: every fault at its cell; without one, and not on trial, the card is kept. */
export async function takeScorecard(
  db: Db,
  { path, dryRun, loadedBy, loadedAt }: ScorecardToTake,
): Promise<Result<ScorecardLoaded, Problem<ProblemCode>>> {
  const file = await readScorecardFile(path);
  const refused = (faults: ScorecardLoaded['faults']) =>
    ok({ written: false, card: null, replaces: null, faults });
  if (!file.ok) return refused(file.faults.map(({ at, reason }) => ({ at: at === path ? '' : at, reason })));
  const { scorecard } = file;
  const faults = checkScorecard(scorecard).map((fault) => ({ at: fault.at, reason: describeFault(fault) }));
  if (faults.length > 0) return refused(faults);
  const replaces = replacedCard(scorecard, await listUsableScorecards(db))?.id ?? null;
  if (!dryRun) {
    const loaded = await loadScorecard(db, { scorecard, loadedBy, loadedAt });
    if (!loaded.ok) return loaded;
  }
  return ok({ written: !dryRun, card: viewScorecard(scorecard), replaces, faults: [] });
}

export const viewScorecard = ({ items, ...card }: Scorecard): ScorecardView => ({
  ...card,
  items: items.map(({ code, label, kind, exclusionRule, options }) => ({
    code,
    label,
    kind,
    excluded: exclusionRule !== null,
    options: options.map((option) => ({ ...option, band: option.band === null ? null : { ...option.band } })),
  })),
});
