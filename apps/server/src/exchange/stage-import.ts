import { cellAddress } from '@benvung/domain/exchange/exchange-issue';
import { type JudgedHousehold, judgeListed } from '@benvung/domain/exchange/judge-listed';
import type {
  ListedHousehold,
  ListedPlace,
  ListedPopulation,
  ListedRound,
} from '@benvung/domain/exchange/listed-household';
import { makeRepetitionWatch } from '@benvung/domain/exchange/repetitions';
import type { RoundStandards } from '@benvung/domain/review/review-under-standards';
import { findStandard } from '@benvung/regulations/find-standard';
import { meetKnown } from './match-known.ts';
import { isProblem, type ListedCommune, type ListedVillage, makePlaceFinder } from './place-finder.ts';
import type { ImportGround } from './prepare-import.ts';
import { type JudgedListing, makePutAside, type TellIssue } from './put-aside.ts';
import type { Spools, Staged, StageOptions } from './staged.ts';
import { openingOf } from './staged-record.ts';
import { standardsOfCommune } from './standards-of-commune.ts';

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
    known: new Set(),
    proposals: [],
    communes: new Map(),
    places,
    givenIds: [],
  };
  const { found } = options;
  const issueAt: TellIssue = (at, code, detail = {}, severity = 'error') =>
    found({ severity, at: cellAddress(at), code, detail });
  const watch = makeRepetitionWatch(found);
  const meet = meetKnown<JudgedListing>(ground.known, {
    decisions: options.matches,
    waiting: spools.waiting,
    settle: makePutAside(ground, { spools, staged, tell: issueAt }, options),
    pause: options.pause,
  });
  const closedRounds = new Set<number>();
  const namedVillages = new Set<number>();
  /** A first list names all villages of its commune; only later is a new one worth a word. */
  const hasVillages = new Set(ground.places.villages.map((village) => village.parentId));

  const communeOf = (at: ListedHousehold['at'], place: ListedPlace): ListedCommune | null => {
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
    return commune;
  };

  const villageOf = (at: ListedHousehold['at'], commune: ListedCommune, name: string): ListedVillage => {
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

  const standardsByCommune = new Map<number, RoundStandards | undefined>();
  const standardsOf = (commune: ListedCommune): RoundStandards | undefined => {
    if (!standardsByCommune.has(commune.id))
      standardsByCommune.set(commune.id, standardsOfCommune(ground, commune, staged.rounds.get(commune.id)));
    return standardsByCommune.get(commune.id);
  };

  const checkLocal = (
    listed: ListedHousehold,
    { local, closing }: JudgedHousehold,
    commune: ListedCommune,
  ) => {
    const head = listed.headName;
    if (local === null && listed.review.local !== null)
      issueAt(listed.at, 'exchange.local-class-without-standard', { head, commune: commune.name });
    if (local?.isBelow)
      issueAt(listed.at, 'exchange.local-class-below-national', {
        head,
        local: local.closing?.class ?? '',
        national: closing?.class ?? '',
      });
    if (local !== null && local.difference !== null) {
      staged.classDifferences += 1;
      issueAt(listed.at, 'exchange.local-class-differs', { head, ...local.difference }, 'warning');
    }
  };

  const household = (listed: ListedHousehold): void => {
    checkYear(listed.at, listed.review.year);
    const commune = communeOf(listed.at, listed.place);
    if (commune === null) return;
    staged.communes.set(commune.id, commune);
    if (listed.place.village === null) {
      issueAt(listed.at, 'exchange.village-missing', { head: listed.headName });
      return;
    }
    const village = villageOf(listed.at, commune, listed.place.village);
    watch(listed, commune.id);
    const standards = standardsOf(commune);
    if (standards === undefined) return;
    const { id: standardId } = standards.national.standard;
    if (listed.review.standardId !== null && listed.review.standardId !== standardId) {
      issueAt(listed.at, 'exchange.round-facts-differ', {
        told: listed.review.standardId,
        standard: standardId,
      });
      return;
    }
    const judged = judgeListed(listed, {
      standards,
      areaType: commune.areaType ?? 'rural',
      referenceDay: ground.referenceDay,
      localGroups: ground.localGroups(commune.id),
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
    checkLocal(listed, judged, commune);
    meet.household({
      listed,
      judged,
      commune,
      village,
      standardId,
      opening: openingOf(listed, { commune, village }, { places, villageOf }),
    });
  };

  return {
    staged,
    household,
    /** All was read: those that resemble known households are settled. */
    end: meet.end,
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
      staged.communes.set(commune.id, commune);
      if (round.standardId !== null && findStandard(ground.library, round.standardId) === undefined)
        issueAt(round.at, 'exchange.round-facts-differ', {
          told: round.standardId,
          standard: ground.standard.standard.id,
        });
      staged.rounds.set(commune.id, { ...round, commune });
      standardsByCommune.delete(commune.id);
      if (standardsOf(commune) === undefined)
        issueAt(round.at, 'exchange.local-standard-refused', {
          commune: commune.name,
          standard: round.localStandardId ?? '',
        });
    },
  };
}

function scorecardMark({ library }: ImportGround, id: string) {
  const known = library.scorecards.find(({ scorecard }) => scorecard.id === id);
  return { id, status: known?.scorecard.status ?? ('unverified' as const) };
}
