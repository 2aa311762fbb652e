import type { ExchangeIssue } from '@benvung/domain/exchange/exchange-issue';
import type { JudgedHousehold } from '@benvung/domain/exchange/judge-listed';
import type { ListedHousehold } from '@benvung/domain/exchange/listed-household';
import type { ExchangeProblemCode } from '@benvung/domain/exchange/problems';
import { checkRecord } from '@benvung/domain/review/check-record';
import type { OpeningState } from '@benvung/domain/review/review-record';
import { householdCopyText, type ReviewFacts, reviewFactsCopyText } from '../household/household.public.ts';
import { newId } from '../platform/ids.ts';
import type { KnownHousehold } from './exchange.store.ts';
import type { Meeting } from './match-known.ts';
import type { ListedCommune, ListedVillage } from './place-finder.ts';
import type { ImportGround } from './prepare-import.ts';
import type { Spools, Staged, StagedUpdate, StageOptions } from './staged.ts';
import { type StagedRecord, stagedRecords } from './staged-record.ts';

/** A listed household whose place is known and whose class was judged. */
export interface JudgedListing {
  readonly listed: ListedHousehold;
  readonly judged: JudgedHousehold;
  readonly commune: ListedCommune;
  readonly village: ListedVillage;
  readonly standardId: string;
  readonly opening: OpeningState | null;
}

export type TellIssue = (
  at: ListedHousehold['at'],
  code: ExchangeProblemCode,
  detail?: ExchangeIssue['detail'],
  severity?: ExchangeIssue['severity'],
) => void;

interface Aside {
  readonly spools: Spools;
  readonly staged: Staged;
  readonly tell: TellIssue;
}

/** Puts households aside as the rows they will become: a renewal of a known one, or a new one. */
export function makePutAside(ground: ImportGround, { spools, staged, tell }: Aside, options: StageOptions) {
  let putAside = 0;
  /** A known household as a person would recognise it: head, year of birth, village. */
  const toldOf = ({ key, headName, headBirthYear, villageId }: KnownHousehold) => ({
    candidate: key,
    known: [headName, headBirthYear, ground.places.villages.find(({ id }) => id === villageId)?.name]
      .filter((part) => part != null)
      .join(', '),
  });

  return (listing: JudgedListing, { known, proposal, decided }: Meeting): void => {
    const { listed, judged, commune, village, standardId, opening } = listing;
    const ownId = UUID.test(listed.householdKey ?? '') ? listed.householdKey : null;
    const householdId = known?.key ?? ownId ?? newId();
    if (known === null && ownId !== null) staged.givenIds.push({ id: ownId, at: listed.at });
    const originCommuneId = known?.originCommuneId ?? commune.id;
    const keys = { originCommuneId, householdId, year: ground.year, batchId: options.batchId };
    const records = stagedRecords(
      { listed, judged, commune, village, standardId },
      { ...keys, opening, known: known !== null },
    );
    if (!records.every((record) => isSound(record, listing, known !== null))) return;
    staged.households += 1;
    staged.persons += listed.members.length;
    if (listed.review.goneReason !== null) staged.gone += 1;
    const facts = factsOf(listing, { originCommuneId, householdId, year: ground.year });
    for (const { candidate, same } of decided)
      tell(
        listed.at,
        'exchange.match-decided',
        { head: listed.headName, ...toldOf(candidate), same: same ? 1 : 0 },
        'warning',
      );
    if (known !== null) {
      if (staged.known.size > 0 && staged.known.size % KNOWN_A_SLICE === 0) {
        spools.updates.cut();
        spools.updateSlices += 1;
      }
      staged.known.add(householdId);
      const update: StagedUpdate = { household: listed, originCommuneId, householdId, records, facts };
      spools.updates.append(`${JSON.stringify(update)}\n`);
      return;
    }
    if (proposal !== null) {
      tell(
        listed.at,
        'exchange.match-to-decide',
        { head: listed.headName, ...toldOf(proposal.candidate) },
        'warning',
      );
      staged.proposals.push({ householdId, headName: listed.headName, commune, proposal });
    }
    if (putAside > 0 && putAside % HOUSEHOLDS_A_SLICE === 0) cut(spools);
    putAside += 1;
    for (const record of records) spools.records.append(`${JSON.stringify(record)}\n`);
    if (listed.membersListed && judged.closing !== null) spools.facts.append(reviewFactsCopyText(facts));
    writeAside(listing, { originCommuneId, householdId });
  };

  function isSound(record: StagedRecord, { listed, commune }: JudgedListing, isKnown: boolean): boolean {
    const checked = checkRecord({ ...record, communeId: commune.id });
    if (checked.ok || (checked.problem.code === 'review.record-empty' && isKnown)) return true;
    const code =
      checked.problem.code === 'review.record-empty' ? 'exchange.nothing-said' : 'exchange.record-refused';
    tell(listed.at, code, { head: listed.headName, problem: checked.problem.code });
    return false;
  }

  function writeAside({ listed, village }: JudgedListing, key: HouseholdKey): void {
    const household = {
      id: key.householdId,
      originCommuneId: key.originCommuneId,
      listCode: listed.listCode,
      registrationNumber: listed.registrationNumber,
      phone: listed.phone,
      address: listed.address,
      villageId: village.id,
      scopePath: village.path,
      residentSince: `${ground.year}-01-01`,
      residenceReason: 'imported',
      ended: endOf(listed, ground.referenceDay),
      headName: listed.headName,
      persons: listed.membersListed ? null : listed.persons,
      members: listed.members,
      flagOverrides: {},
      demonstration: options.isDemonstration(),
    };
    const texts = householdCopyText(household, options.at);
    for (const [index, text] of texts.entries()) if (text !== '') spools.households[index]?.append(text);
  }
}

const HOUSEHOLDS_A_SLICE = 100;
/** Writing over a household takes longer than writing a new one. */
const KNOWN_A_SLICE = 60;

function cut(spools: Spools): void {
  for (const spool of [...spools.households, spools.records, spools.facts]) spool.cut();
  spools.slices += 1;
}

interface HouseholdKey {
  readonly originCommuneId: number;
  readonly householdId: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

const factsOf = (
  { listed, judged, village }: JudgedListing,
  key: HouseholdKey & { readonly year: number },
): ReviewFacts => ({
  ...key,
  scopePath: village.path,
  facts: judged.facts,
  evidence: judged.evidence,
  note: listed.note,
});

const END_OF: Readonly<Record<string, string>> = {
  died: 'died',
  movedAway: 'movedAway',
  mergedInto: 'mergedInto',
  duplicate: 'duplicate',
};

function endOf(listed: ListedHousehold, day: string): { on: string; reason: string } | null {
  const reason = END_OF[listed.review.goneReason ?? ''];
  return reason === undefined ? null : { on: day, reason };
}
