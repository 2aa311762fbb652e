import type { ExchangeIssue } from '@benvung/domain/exchange/exchange-issue';
import type {
  ListedHousehold,
  ListedPopulation,
  ListedRound,
} from '@benvung/domain/exchange/listed-household';
import type { ReviewFacts } from '../household/household.public.ts';
import type { MatchDecision, Meeting } from './match-known.ts';
import type { ListedCommune, PlaceFinder } from './place-finder.ts';
import type { SpoolFile } from './spool-file.ts';
import type { StagedRecord } from './staged-record.ts';

export interface Spools {
  /** `COPY` text of household, residence, person, membership. */
  readonly households: readonly [SpoolFile, SpoolFile, SpoolFile, SpoolFile];
  /** Review records, one JSON a line. */
  readonly records: SpoolFile;
  readonly facts: SpoolFile;
  /** How many slices there are: each holds some households with everything of theirs. */
  slices: number;
  /** Households the registry knows (`StagedUpdate`), one JSON a line, in slices of their own. */
  readonly updates: SpoolFile;
  updateSlices: number;
  /** Households that wait until all of the list was read. */
  readonly waiting: SpoolFile;
}

export const spoolFilesOf = ({ households, records, facts, updates, waiting }: Spools): SpoolFile[] => [
  ...households,
  records,
  facts,
  updates,
  waiting,
];

export interface StagedPopulation extends ListedPopulation {
  readonly commune: ListedCommune;
  readonly villageId: number;
  readonly path: string;
}

export interface StagedRound extends ListedRound {
  readonly commune: ListedCommune;
}

/** A new household that may be one the registry knows. */
export interface StagedProposal {
  readonly householdId: string;
  readonly headName: string;
  readonly commune: ListedCommune;
  readonly proposal: NonNullable<Meeting['proposal']>;
}

/** A household of the list that the registry knows already. */
export interface StagedUpdate {
  readonly household: ListedHousehold;
  readonly originCommuneId: number;
  readonly householdId: string;
  /** One for each standard, the national first. */
  readonly records: readonly StagedRecord[];
  readonly facts: ReviewFacts;
}

export interface Staged {
  households: number;
  persons: number;
  gone: number;
  classDifferences: number;
  readonly populations: StagedPopulation[];
  readonly rounds: Map<number, StagedRound>;
  /** Ids of the households the registry knows already. */
  readonly known: Set<string>;
  readonly proposals: StagedProposal[];
  /** Communes that have a line in the file, and so need a round. */
  readonly communes: Map<number, ListedCommune>;
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
  readonly matches: readonly MatchDecision[];
  /** Others get their turn. */
  pause(): Promise<unknown>;
}
