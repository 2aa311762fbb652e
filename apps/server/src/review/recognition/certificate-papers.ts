import type { CertificateData } from '@benvung/domain/document/document-data';
import type { Signatory } from '@benvung/domain/document/document-frame';
import { RELATION_LABELS } from '@benvung/domain/household/fact-labels';
import type { MemberFacts } from '@benvung/domain/household/household-facts';
import { writtenDay } from '@benvung/domain/shared/day';
import { ok } from '@benvung/domain/shared/result';
import { nameInSentence } from '@benvung/domain/territory/unit-type';
import { makeDocuments, numberDocuments } from '../../document/document.public.ts';
import { findHouseholds, listMembersOf, type StoredHousehold } from '../../household/household.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { regulations } from '../../standard/standard.public.ts';
import { findUnitInPlace, listLineage } from '../../territory/territory.public.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { classWord, headWord, type Papers, paperMaker, villageNamesOn } from '../paper-ground.ts';
import type { Renewal, StoredCertificate } from './certificate.store.ts';
import type { StoredDecision } from './decision.store.ts';

type YearLine = Pick<Renewal, 'year' | 'class' | 'decisionNumber' | 'decidedOn'>;

interface CertificateSigning {
  readonly decision: StoredDecision;
  /** The first number the paper register gave; null takes the next ones. */
  readonly number: number | null;
  readonly signatory: Signatory | null;
  readonly acting: Acting;
  /** The yearly table as it stands, for a paper that is made again; without it the decision’s own line. */
  readonly years?: readonly YearLine[];
}

export type UnnumberedCertificate = Omit<StoredCertificate, 'series' | 'number' | 'code' | 'documentId'>;

/** New certificates of one decision with their papers: each takes its paper's number and code, so that one pair verifies both. */
export async function makeCertificatePapers(
  db: Db,
  certificates: readonly UnnumberedCertificate[],
  { decision, number, signatory, acting, years }: CertificateSigning,
): Papers<{ readonly certificates: readonly StoredCertificate[]; readonly jobId: string | null }> {
  if (certificates.length === 0) return ok({ certificates: [], jobId: null });
  const ids = certificates.map(({ householdId }) => householdId);
  const households = await findHouseholds(db, ids);
  const members = await listMembersOf(db, ids);
  const villageOf = await villageNamesOn(
    db,
    [...households.values()].map(({ villageId }) => villageId),
    acting.today,
  );
  const above = await placeWords(db, decision.originCommuneId, acting.today);
  const made = await makeDocuments(
    db,
    certificates.map((one) => ({
      kind: 'certificate' as const,
      unitId: one.originCommuneId,
      day: acting.today,
      data: certificateData(one, {
        years: years ?? [
          {
            year: one.year,
            class: one.class,
            decisionNumber: decision.number,
            decidedOn: decision.decidedOn,
          },
        ],
        people: members.get(one.householdId) ?? [],
        residence: residenceOf(households.get(one.householdId), { villageOf, above }),
      }),
      signatory,
      subjects: [
        { kind: 'certificate', id: one.id },
        { kind: 'decision', id: decision.id },
        { kind: 'case', id: one.caseId },
        { kind: 'household', id: one.householdId },
      ],
      origin: acting.origin ?? null,
    })),
    paperMaker(acting),
  );
  if (!made.ok) return made;
  const by = paperMaker(acting);
  const numbered = await numberDocuments(
    db,
    made.value.map(({ id }) => id),
    by,
    number,
  );
  if (!numbered.ok) return numbered;
  const { documents, jobId } = numbered.value;
  return ok({
    jobId,
    certificates: certificates.map((one, at) => ({
      ...one,
      documentId: made.value[at]!.id,
      code: made.value[at]!.code,
      series: documents[at]!.number,
      number: documents[at]!.reference,
    })),
  });
}

interface Bearer {
  readonly years: readonly YearLine[];
  readonly people: readonly MemberFacts[];
  readonly residence: string;
}

function certificateData(one: UnnumberedCertificate, { years, people, residence }: Bearer): CertificateData {
  const head = people.find(({ relation }) => relation === 'head');
  return {
    householdClass: one.class === 'POOR' ? 'poor' : 'nearPoor',
    head: headWord(one.headName),
    ethnicGroup: ethnicGroupOf(head?.ethnicity ?? null),
    identityNumber: head?.identityNumber ?? null,
    residence,
    members: people.map((person) => ({
      name: headWord(person.fullName),
      ethnicGroup: ethnicGroupOf(person.ethnicity),
      relation: RELATION_LABELS[person.relation].vi,
      // the year stands in the column of the sex: without a sex it can stand in none
      birthYear:
        person.sex === null || person.birthDate === null ? null : Number(person.birthDate.slice(0, 4)),
      sex: person.sex ?? 'female',
    })),
    years: years.map((line) => ({
      year: line.year,
      result: classWord(line.class),
      decision: `QĐ số ${line.decisionNumber} ngày ${writtenDay(line.decidedOn)}`,
    })),
  };
}

const ethnicGroupOf = (code: string | null): string | null =>
  regulations().ethnicGroups.find((group) => group.code === code)?.name ?? null;

/** `xã Bằng Mạc, tỉnh Lạng Sơn` */
async function placeWords(db: Db, communeId: number, day: string): Promise<string> {
  const commune = await findUnitInPlace(db, communeId, day);
  if (commune === undefined) return '';
  return (await listLineage(db, commune, day))
    .filter(({ level }) => level !== 'nation')
    .sort((a, b) => b.path.length - a.path.length)
    .map(({ name }) => nameInSentence(name))
    .join(', ');
}

const residenceOf = (
  household: StoredHousehold | undefined,
  { villageOf, above }: { villageOf: (id: number) => string; above: string },
): string =>
  [household?.address, household === undefined ? null : villageOf(household.villageId), above]
    .filter((part) => part != null && part.trim() !== '')
    .join(', ');
