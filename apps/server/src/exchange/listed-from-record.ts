import type { ListedHousehold, ListedPlace, ListKind } from '@benvung/domain/exchange/listed-household';
import type { HouseholdFacts, MemberFacts } from '@benvung/domain/household/household-facts';
import { UNKNOWN_DWELLING, UNKNOWN_MEMBER } from '@benvung/domain/household/unknown-facts';
import { newId } from '../platform/ids.ts';
import type { StoredReviewRecord } from '../review/review.public.ts';
import type { HouseholdToExport } from './export.store.ts';

interface ExportPlaces {
  place(communeId: number, villageId: number): ListedPlace;
  communeCode(communeId: number): string | null;
  villageName(villageId: number): string | null;
}

const NOTHING_KNOWN: HouseholdFacts['dwelling'] = {
  ...UNKNOWN_DWELLING,
};

/** A stored household as a list tells it: frozen facts where there are some, otherwise its members of today. */
export function listedFromRecord(
  household: HouseholdToExport & { readonly local: StoredReviewRecord | null },
  members: readonly MemberFacts[],
  places: ExportPlaces,
): ListedHousehold {
  const { record, frozen } = household;
  const { closing, opening } = record;
  const villageId = closing?.villageId ?? opening?.villageId ?? 0;
  const shown = withOneHead(frozen?.facts.members ?? members, household.headName);
  return {
    list: listKindOf(record),
    at: { sheet: '', row: 0 },
    householdKey: record.householdId,
    listCode: household.listCode,
    registrationNumber: household.registrationNumber,
    phone: household.phone,
    address: household.address,
    note: frozen?.note ?? null,
    place: places.place(record.communeId, villageId),
    headName: shown.find((member) => member.relation === 'head')?.fullName ?? household.headName,
    members: shown,
    membersListed: true,
    persons: closing?.persons ?? null,
    review: reviewOf(record, household.local, places),
    facts: {
      areaType: closing?.areaType ?? frozen?.facts.areaType ?? null,
      surveyDay: frozen?.facts.surveyDay ?? null,
      causes: closing?.causes ?? frozen?.facts.causes ?? [],
      wishes: closing?.wishes ?? frozen?.facts.wishes ?? [],
      monthlyIncomePerPerson: frozen?.facts.monthlyIncomePerPerson ?? null,
      farmHousehold: frozen?.facts.farmHousehold ?? null,
      dwelling: frozen?.facts.dwelling ?? NOTHING_KNOWN,
    },
  };
}

function reviewOf(
  record: StoredReviewRecord,
  local: StoredReviewRecord | null,
  places: ExportPlaces,
): ListedHousehold['review'] {
  const { closing, opening } = record;
  const moved = opening !== null && opening.communeId !== record.communeId;
  const otherVillage = opening !== null && opening.villageId !== (closing?.villageId ?? opening.villageId);
  return {
    year: record.year,
    standardId: record.standardId,
    openingClass: opening?.class ?? null,
    openingPersons: opening?.persons ?? null,
    openingVillage: moved || otherVillage ? places.villageName(opening.villageId) : null,
    openingCommuneCode: moved ? places.communeCode(opening.communeId) : null,
    class: closing?.class ?? null,
    computedClass: record.computedClass,
    overrideReason: record.overrideReason,
    goneReason: record.goneReason,
    arrivalReason: record.arrivalReason,
    stage: record.stage,
    incomeScore: record.incomeScore,
    deprivationScore: record.deprivationScore,
    deprivations: closing?.deprivations ?? null,
    evidence: record.evidence,
    scorecardId: record.scorecardId,
    verified: record.verified,
    flags: closing?.flags ?? {
      minority: null,
      localMinority: null,
      noLabourCapacity: null,
      merit: null,
      femaleHead: null,
      socialAssistance: null,
      recentlyExited: null,
    },
    oncePoor: closing?.oncePoor ?? null,
    onceNearPoor: closing?.onceNearPoor ?? null,
    headEthnicity: closing?.headEthnicity ?? null,
    children: closing?.children ?? null,
    childrenDeprivedOfHealth: closing?.childrenDeprivedOfHealth ?? null,
    childrenDeprivedOfEducation: closing?.childrenDeprivedOfEducation ?? null,
    decisionNumber: record.decisionNumber,
    decisionDay: record.decisionDay,
    local: local === null ? null : localOf(local),
  };
}

const localOf = (local: StoredReviewRecord): NonNullable<ListedHousehold['review']['local']> => ({
  openingClass: local.opening?.class ?? null,
  class: local.closing?.class ?? null,
  computedClass: local.computedClass,
  overrideReason: local.overrideReason,
  arrivalReason: local.arrivalReason,
  stage: local.stage,
  deprivations: local.closing?.deprivations ?? null,
  verified: local.verified,
  oncePoor: local.closing?.oncePoor ?? null,
  onceNearPoor: local.closing?.onceNearPoor ?? null,
});

/** The official three lists: who left poverty or near-poverty altogether stands on the exit sheets. */
function listKindOf({ opening, closing }: StoredReviewRecord): ListKind {
  if (closing?.class !== 'NOT_POOR') return 'afterReview';
  if (opening?.class === 'POOR') return 'povertyExit';
  return opening?.class === 'NEAR_POOR' ? 'nearPovertyExit' : 'afterReview';
}

/** A list has exactly one head a household: the first one told; someone who became head later is not one yet. */
function withOneHead(members: readonly MemberFacts[], headName: string): MemberFacts[] {
  const first = members.findIndex((member) => member.relation === 'head');
  if (first < 0) return [headAlone(headName), ...members];
  return members.map((member, index) =>
    member.relation === 'head' && index !== first ? { ...member, relation: 'other' as const } : member,
  );
}

const headAlone = (fullName: string): MemberFacts => ({
  personId: newId(),
  fullName,
  relation: 'head',
  ...UNKNOWN_MEMBER,
});
