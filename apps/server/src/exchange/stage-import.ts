import type { ExchangeIssue } from '@benvung/domain/exchange/exchange-issue';
import { cellAddress } from '@benvung/domain/exchange/exchange-issue';
import { judgeListed } from '@benvung/domain/exchange/judge-listed';
import type {
  ListedHousehold,
  ListedPlace,
  ListedPopulation,
  ListedRound,
} from '@benvung/domain/exchange/listed-household';
import type { ExchangeProblemCode } from '@benvung/domain/exchange/problems';
import { makeRepetitionWatch } from '@benvung/domain/exchange/repetitions';
import { checkRecord } from '@benvung/domain/review/check-record';
import { findStandard } from '@benvung/regulations/find-standard';
import { householdCopyText, type ReviewFacts, reviewFactsCopyText } from '../household/household.public.ts';
import { newId } from '../platform/ids.ts';
import type { UnitOnDay } from '../territory/territory.public.ts';
import { knownHouseholdFinder } from './match-known.ts';
import { isProblem, type ListedVillage, makePlaceFinder, type PlaceFinder } from './place-finder.ts';
import type { ImportGround } from './prepare-import.ts';
import type { SpoolFile } from './spool-file.ts';
import { openingOf, type StagedRecord, stagedRecord } from './staged-record.ts';

export interface Spools {
  /** `COPY` text of household, residence, person, membership. */
  readonly households: readonly [SpoolFile, SpoolFile, SpoolFile, SpoolFile];
  /** Review records, one JSON a line. */
  readonly records: SpoolFile;
  readonly facts: SpoolFile;
}

export interface StagedPopulation extends ListedPopulation {
  readonly commune: UnitOnDay;
  readonly villageId: number;
  readonly path: string;
}

export interface StagedRound extends ListedRound {
  readonly commune: UnitOnDay;
}

/** A household of the list that the registry knows already. */
export interface StagedUpdate {
  readonly household: ListedHousehold;
  readonly originCommuneId: number;
  readonly householdId: string;
  readonly village: ListedVillage;
  readonly record: StagedRecord;
  readonly facts: ReviewFacts;
}

export interface Staged {
  households: number;
  persons: number;
  gone: number;
  classDifferences: number;
  readonly populations: StagedPopulation[];
  readonly rounds: Map<number, StagedRound>;
  readonly updates: StagedUpdate[];
  /** Communes that have a line in the file, and so need a round. */
  readonly communes: Map<number, UnitOnDay>;
  readonly places: PlaceFinder;
  /** Ids new households bring from another system, not yet compared with those in use here. */
  givenIds: { readonly id: string; readonly at: ListedHousehold['at'] }[];
}

export interface StageOptions {
  readonly at: string;
  readonly batchId: string;
  newVillageId(): number;
  found(issue: ExchangeIssue): void;
  isDemonstration(): boolean;
}

/** Takes households one by one as they are read: places, judges and puts them aside, ready to be written. */
export function makeStage(ground: ImportGround, spools: Spools, options: StageOptions) {
  const places = makePlaceFinder(ground.places, options.newVillageId);
  const staged: Staged = {
    households: 0,
    persons: 0,
    gone: 0,
    classDifferences: 0,
    populations: [],
    rounds: new Map(),
    updates: [],
    communes: new Map(),
    places,
    givenIds: [],
  };
  const { found } = options;
  const issueAt = (
    at: ListedHousehold['at'],
    code: ExchangeProblemCode,
    detail: ExchangeIssue['detail'] = {},
    severity: ExchangeIssue['severity'] = 'error',
  ) => found({ severity, at: cellAddress(at), code, detail });
  const watch = makeRepetitionWatch(found);
  const findKnown = knownHouseholdFinder(ground.known);
  const closedRounds = new Set<number>();
  const namedVillages = new Set<number>();
  /** A first list names all villages of its commune; only later is a new one worth a word. */
  const hasVillages = new Set(ground.places.villages.map((village) => village.parentId));

  const communeOf = (at: ListedHousehold['at'], place: ListedPlace): UnitOnDay | null => {
    const commune = places.commune(place);
    if (isProblem(commune)) {
      issueAt(at, commune.code, commune.detail);
      return null;
    }
    const round = ground.rounds.get(commune.id);
    if (round !== undefined && round.status !== 'OPEN' && !closedRounds.has(commune.id)) {
      closedRounds.add(commune.id);
      issueAt(at, 'exchange.round-not-open', { commune: commune.name, year: ground.year });
    }
    staged.communes.set(commune.id, commune);
    return commune;
  };

  const villageOf = (at: ListedHousehold['at'], commune: UnitOnDay, name: string): ListedVillage => {
    const village = places.village(commune, name);
    if (village.isNew && hasVillages.has(commune.id) && !namedVillages.has(village.id)) {
      namedVillages.add(village.id);
      issueAt(at, 'exchange.village-new', { village: name, commune: commune.name }, 'warning');
    }
    return village;
  };

  const checkYear = (at: ListedHousehold['at'], year: number | null) => {
    if (year !== null && year !== ground.year)
      issueAt(at, 'exchange.year-differs', { told: year, year: ground.year });
  };

  const household = (listed: ListedHousehold): void => {
    checkYear(listed.at, listed.review.year);
    const commune = communeOf(listed.at, listed.place);
    if (commune === null) return;
    if (listed.place.village === null) {
      issueAt(listed.at, 'exchange.village-missing', { head: listed.headName });
      return;
    }
    const village = villageOf(listed.at, commune, listed.place.village);
    watch(listed, commune.id);
    const standard = standardFor(ground, staged.rounds.get(commune.id), listed);
    if (standard === null) {
      issueAt(listed.at, 'exchange.round-facts-differ', {
        told: listed.review.standardId ?? '',
        standard: ground.standard.standard.id,
      });
      return;
    }
    const judged = judgeListed(listed, {
      standard,
      areaType: commune.areaType ?? 'rural',
      referenceDay: ground.referenceDay,
      localGroups: [],
      scorecard: (id) => scorecardMark(ground, id),
    });
    if (judged.difference !== null) {
      staged.classDifferences += 1;
      issueAt(
        listed.at,
        'exchange.class-differs',
        { head: listed.headName, ...judged.difference },
        'warning',
      );
    }
    const known = findKnown(listed, village.id);
    if (known?.certainty === 'probable')
      issueAt(listed.at, 'exchange.match-to-decide', { head: listed.headName }, 'warning');
    const match = known?.certainty === 'certain' ? known.household : null;
    const ownId = UUID.test(listed.householdKey ?? '') ? listed.householdKey : null;
    const householdId = match?.id ?? ownId ?? newId();
    if (match === null && ownId !== null) staged.givenIds.push({ id: ownId, at: listed.at });
    const originCommuneId = match?.originCommuneId ?? commune.id;
    const record = stagedRecord(
      { listed, judged, commune, village, standardId: standard.standard.id },
      {
        originCommuneId,
        householdId,
        year: ground.year,
        batchId: options.batchId,
        opening: openingOf(listed, { commune, village }, { places, villageOf }),
        known: match !== null,
      },
    );
    const checked = checkRecord({ ...record, communeId: commune.id });
    if (!checked.ok && !(checked.problem.code === 'review.record-empty' && match !== null)) {
      const code =
        checked.problem.code === 'review.record-empty' ? 'exchange.nothing-said' : 'exchange.record-refused';
      issueAt(listed.at, code, { head: listed.headName, problem: checked.problem.code });
      return;
    }
    staged.households += 1;
    staged.persons += listed.members.length;
    if (record.goneReason !== null) staged.gone += 1;
    const facts: ReviewFacts = {
      originCommuneId,
      householdId,
      year: ground.year,
      scopePath: village.path,
      facts: judged.facts,
      evidence: judged.evidence,
      note: listed.note,
    };
    if (match !== null) {
      staged.updates.push({ household: listed, originCommuneId, householdId, village, record, facts });
      return;
    }
    spools.records.append(`${JSON.stringify(record)}\n`);
    if (listed.membersListed && judged.closing !== null) spools.facts.append(reviewFactsCopyText(facts));
    const texts = householdCopyText(
      {
        id: householdId,
        originCommuneId,
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
      },
      options.at,
    );
    for (const [index, text] of texts.entries()) if (text !== '') spools.households[index]?.append(text);
  };

  return {
    staged,
    household,
    population: (line: ListedPopulation) => {
      checkYear(line.at, line.year);
      const commune = communeOf(line.at, line.place);
      if (commune === null) return;
      const village = line.place.village === null ? null : villageOf(line.at, commune, line.place.village);
      staged.populations.push({
        ...line,
        commune,
        villageId: village?.id ?? 0,
        path: village?.path ?? commune.path,
      });
    },
    round: (round: ListedRound) => {
      checkYear(round.at, round.year);
      const commune = communeOf(round.at, round.place);
      if (commune === null) return;
      if (round.standardId !== null && findStandard(ground.library, round.standardId) === undefined)
        issueAt(round.at, 'exchange.round-facts-differ', {
          told: round.standardId,
          standard: ground.standard.standard.id,
        });
      staged.rounds.set(commune.id, { ...round, commune });
    },
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

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

/** The standard of the commune's round; a household told under another one is not mixed in. */
function standardFor(ground: ImportGround, round: StagedRound | undefined, listed: ListedHousehold) {
  const standard =
    (round?.standardId != null ? findStandard(ground.library, round.standardId) : undefined) ??
    ground.standard;
  const told = listed.review.standardId;
  return told === null || told === standard.standard.id ? standard : null;
}

function scorecardMark({ library }: ImportGround, id: string) {
  const known = library.scorecards.find(({ scorecard }) => scorecard.id === id);
  return { id, status: known?.scorecard.status ?? ('unverified' as const) };
}
