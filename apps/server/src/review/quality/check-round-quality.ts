import { assignedTo, enumeratorKey } from '@benvung/domain/review/assignment/decide-assignment';
import { checkQuality } from '@benvung/domain/review/quality/check-quality';
import { afterChecking } from '@benvung/domain/review/quality/decide-finding';
import type { QualityFinding, SurveyedHousehold } from '@benvung/domain/review/quality/quality-check';
import { canonicalJson } from '../../platform/audit/audit-entry.ts';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { listAssignments } from '../assignment/assignment.store.ts';
import type { EntryRound } from '../entry/entry-round.ts';
import { standardsOfRound } from '../round-standards.ts';
import { listFindingsOfRound, putFindings, putQualityRun, type StoredFinding } from './finding.store.ts';
import { listAgreedClasses, listQualityFacts } from './quality-facts.store.ts';

interface When {
  readonly today: string;
  readonly at: string;
}

/**
 * Looks through all forms of a commune's round anew and keeps what is found beside what was decided of it before. The
 * transaction must see the whole commune, or what lies elsewhere in it would count as no longer found.
 */
export async function checkRoundQuality(
  db: Db,
  { round, areaType }: Pick<EntryRound, 'round' | 'areaType'>,
  { today, at }: When,
): Promise<{ households: number; open: number }> {
  const whose = assignedTo((await listAssignments(db, round.id)).filter(({ endedOn }) => endedOn === null));
  const agreed = await listAgreedClasses(db, round.id);
  const facts = await listQualityFacts(db, round);
  const paths = new Map(facts.map(({ villageId, scopePath }) => [villageId, scopePath]));
  const households = facts.map((one): SurveyedHousehold => {
    const to = whose(one);
    return {
      ...one,
      assigned: to === null ? null : enumeratorKey(to),
      agreed: agreed.get(one.householdId) ?? null,
      place: pointOf(one.latitude, one.longitude),
      house: pointOf(one.houseLatitude, one.houseLongitude),
    };
  });
  const { standard } = standardsOfRound(round).national;
  const { findings, counts } = checkQuality(households, {
    scoreCutOff: standard.lines[areaType].scoreCutoff,
    deprivationCutOff: standard.povertyCutoffK * standard.pointsPerIndicator,
  });
  const pathOf = (villageId: number) => paths.get(villageId) ?? round.scopePath;
  const found = new Map(findings.map((one) => [keyOf(one), one]));
  const before = new Map((await listFindingsOfRound(db, round.id)).map((one) => [keyOf(one), one]));
  const changed = [...new Set([...found.keys(), ...before.keys()])].flatMap((key): StoredFinding[] => {
    const [now, known] = [found.get(key), before.get(key)];
    const state = afterChecking(known?.state ?? null, now !== undefined);
    if (state === null) return [];
    const one = now ?? known!;
    const next: StoredFinding = {
      originCommuneId: round.communeId,
      id: known?.id ?? newId(),
      roundId: round.id,
      year: round.year,
      villageId: one.villageId,
      check: one.check,
      subject: one.subject,
      householdId: one.householdId,
      enumerator: one.enumerator,
      facts: one.facts,
      state,
      reason: known?.reason ?? null,
      decidedBy: known?.decidedBy ?? null,
      decidedOn: known?.decidedOn ?? null,
      foundOn: known?.foundOn ?? today,
      version: known?.version ?? 0,
      scopePath: pathOf(one.villageId),
    };
    return isSame(next, known) ? [] : [{ ...next, version: next.version + 1 }];
  });
  await putFindings(db, changed);
  await putQualityRun(
    db,
    {
      communeId: round.communeId,
      roundId: round.id,
      year: round.year,
      at,
      households: households.length,
      scopePath: round.scopePath,
    },
    counts.map((count) => ({ ...count, scopePath: pathOf(count.villageId) })),
  );
  return { households: households.length, open: found.size };
}

const keyOf = ({ check, subject }: Pick<QualityFinding, 'check' | 'subject'>): string =>
  `${check} ${subject}`;

const pointOf = (latitude: number | null, longitude: number | null) =>
  latitude === null || longitude === null ? null : { latitude, longitude };

const isSame = (next: StoredFinding, known: StoredFinding | undefined): boolean =>
  known !== undefined &&
  known.state === next.state &&
  known.villageId === next.villageId &&
  known.scopePath === next.scopePath &&
  known.enumerator === next.enumerator &&
  canonicalJson(known.facts) === canonicalJson(next.facts);
