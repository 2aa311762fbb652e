import type { MemberFacts } from '@benvung/domain/household/household-facts';
import type { Db } from '../../platform/database/database.ts';
import { type HouseholdEvent, listEvents } from '../household-life.store.ts';
import type { StoredMember } from '../member.store.ts';
import { readUnitNames } from '../unit-names.ts';
import {
  findSubject,
  listSubjectMemberships,
  listSubjectReadings,
  listSubjectReviews,
  type SubjectMembership,
  type SubjectReading,
  type SubjectReview,
} from './subject-data.store.ts';
import {
  listSubjectCases,
  listSubjectCertificates,
  listSubjectDocuments,
  type SubjectCase,
  type SubjectCertificate,
  type SubjectDocument,
} from './subject-papers.store.ts';
import { listSubjectRequests, type SubjectRequest } from './subject-requests.store.ts';

/** Everything the system holds of one person, for the person who asks (Luật 91/2025/QH15, regulations 8.2). */
export interface SubjectData {
  readonly personId: string;
  readonly facts: Omit<MemberFacts, 'personId'>;
  readonly left: { readonly on: string; readonly reason: string } | null;
  readonly households: readonly (SubjectMembership & { readonly village: string })[];
  readonly reviews: readonly SubjectReview[];
  /** Events of the households that name the person. */
  readonly events: readonly Pick<HouseholdEvent, 'onDay' | 'at' | 'kind' | 'actor' | 'detail'>[];
  /** The households' cases, certificates and official documents. */
  readonly cases: readonly SubjectCase[];
  /** Online requests under the number of the person or of a head of these households, or taken in for one of them. */
  readonly requests: readonly SubjectRequest[];
  readonly certificates: readonly SubjectCertificate[];
  readonly documents: readonly SubjectDocument[];
  /** Who read what is closed, and why. */
  readonly readings: readonly SubjectReading[];
}

export interface Subject {
  readonly member: StoredMember;
  readonly data: SubjectData;
}

export async function readSubject(db: Db, personId: string, today: string): Promise<Subject | undefined> {
  const member = await findSubject(db, personId);
  if (member === undefined) return undefined;
  const memberships = await listSubjectMemberships(db, member);
  const householdIds = [...new Set([member.householdId, ...memberships.map((each) => each.householdId)])];
  const units = await readUnitNames(
    db,
    { paths: [member.scopePath], ids: memberships.map(({ villageId }) => villageId) },
    today,
  );
  const events: HouseholdEvent[] = [];
  for (const id of householdIds)
    events.push(...(await listEvents(db, { originCommuneId: member.originCommuneId, id })));
  return {
    member,
    data: {
      personId,
      facts: factsOf(member),
      left: member.leftOn === null ? null : { on: member.leftOn, reason: member.leftReason ?? '' },
      households: memberships.map((each) => ({ ...each, village: units.of(each.villageId).name })),
      reviews: await listSubjectReviews(db, member, householdIds),
      events: events
        .filter(({ detail }) => detail.personId === personId)
        .map(({ onDay, at, kind, actor, detail }) => ({ onDay, at, kind, actor, detail })),
      cases: await listSubjectCases(db, householdIds),
      requests: await listSubjectRequests(db, member, householdIds),
      certificates: await listSubjectCertificates(db, householdIds),
      documents: await listSubjectDocuments(db, householdIds),
      readings: await listSubjectReadings(db, personId, householdIds),
    },
  };
}

function factsOf(member: StoredMember): SubjectData['facts'] {
  const { personId, originCommuneId, householdId, scopePath, version, leftOn, leftReason, ...facts } = member;
  return facts;
}
