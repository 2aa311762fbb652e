import type { ReviewOfHousehold } from '@benvung/contract/household';
import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import type { Language } from '@benvung/domain/shared/text';
import type { Db } from '../platform/database/database.ts';
import { findRound, listRecordsOfHousehold } from '../review/review.public.ts';
import { explainReview } from '../standard/standard.public.ts';
import { answerSections } from './answer-sections.ts';
import { findHousehold } from './household.store.ts';
import { stateOf } from './read-household-list.ts';
import { findReviewFacts } from './review-facts.store.ts';

/** The answers, class and explanation of one household's review; undefined when there was none that year. */
export async function readReview(
  db: Db,
  { id, year, language }: { id: string; year: number; language: Language },
): Promise<ReviewOfHousehold | undefined> {
  const household = await findHousehold(db, id);
  if (household === undefined) return undefined;
  const { originCommuneId } = household;
  const ofYear = (await listRecordsOfHousehold(db, originCommuneId, id)).filter((each) => each.year === year);
  const record = ofYear.find(({ standardId }) => standardId.startsWith('VN-')) ?? ofYear[0];
  if (record === undefined) return undefined;
  const frozen = await findReviewFacts(db, { originCommuneId, householdId: id, year });
  const facts: HouseholdFacts | null = frozen?.facts ?? null;
  const round = await findRound(db, { year, kind: 'PERIODIC', communeId: record.communeId });
  const standardHash = round?.standardId === record.standardId ? round.standardHash : undefined;
  const explained =
    facts === null || frozen === undefined
      ? undefined
      : explainReview(
          { standardId: record.standardId, standardHash, facts, evidence: frozen.evidence },
          language,
        );
  return {
    year,
    standard: record.standardId,
    standardHash: explained?.classification.standardHash ?? standardHash ?? '',
    class: record.closing?.class ?? null,
    computedClass: record.computedClass,
    overrideReason: record.overrideReason,
    state: stateOf(record.stage),
    incomeScore: record.incomeScore,
    deprivationScore: record.deprivationScore,
    unknownCount: [...(record.closing?.deprivations ?? '')].filter((letter) => letter === '?').length,
    areaType: record.closing?.areaType ?? null,
    unverified: [...(explained?.unverified ?? [])],
    explanation: (explained?.explanation ?? []).map((line) => ({ ...line, answers: [...line.answers] })),
    whatWouldChange: [...(explained?.whatWouldChange ?? [])],
    answers: facts === null ? [] : answerSections(facts, language),
  };
}
