import type { LegalAct, PlanLexicon } from '@benvung/domain/plan/check/check-knowledge';
import type { DutyTimes } from '@benvung/domain/plan/duty/duty-standing';
import type { TargetIndicator } from '@benvung/domain/plan/target/indicator';
import { type ProgrammeTree, programmeTreeFaults } from '@benvung/domain/programme/programme-tree';
import type { GrievanceProcedure } from '@benvung/domain/review/grievance/grievance-category';
import type { ReviewProcedure } from '@benvung/domain/review/review-procedure';
import { compareDays } from '@benvung/domain/shared/day';
import type { WorkingYear } from '@benvung/domain/shared/working-days';
import { checkLocalStandard } from '@benvung/domain/standard/check-local-standard';
import { type CompiledStandard, compileStandard } from '@benvung/domain/standard/compile-standard';
import type { LowIncomeWorkerStandard } from '@benvung/domain/standard/low-income-worker';
import { questionnaireFaults } from '@benvung/domain/standard/questionnaire/check-questionnaire';
import {
  type CompiledQuestionnaire,
  compileQuestionnaire,
} from '@benvung/domain/standard/questionnaire/compile-questionnaire';
import type { Scorecard } from '@benvung/domain/standard/scorecard';
import type { DesignationKind } from '@benvung/domain/territory/place-designation';
import type { VillageTypeRule } from '@benvung/domain/territory/village-acts';
import { z } from 'zod';
import { documentGroundsSchema, type GroundsPeriod } from './document-grounds.schema.ts';
import { dutyTimesSchema } from './duty-times.schema.ts';
import { type EthnicGroup, ethnicGroupsSchema } from './ethnic-group.schema.ts';
import { grievanceProcedureSchema } from './grievance-procedure.schema.ts';
import { legalActsSchema } from './legal-act.schema.ts';
import { localMinoritySchema, type ShippedLocalGroups } from './local-minority.schema.ts';
import { lowIncomeWorkerSchema } from './person-class.schema.ts';
import { designationKindsSchema } from './place-designation.schema.ts';
import { planLexiconSchema } from './plan-lexicon.schema.ts';
import { povertyStandardSchema } from './poverty-standard.schema.ts';
import { programmeTreeSchema } from './programme-tree.schema.ts';
import { questionnaireSchema } from './questionnaire.schema.ts';
import { type ReportPeriodRule, reportPeriodsSchema } from './report-period.schema.ts';
import { type RetentionRule, retentionSchema } from './retention.schema.ts';
import { reviewProcedureSchema } from './review-procedure.schema.ts';
import { scorecardSchema } from './scorecard.schema.ts';
import { targetIndicatorsSchema } from './target-indicator.schema.ts';
import { villageTypeSchema } from './village-type.schema.ts';
import { workingYearSchema } from './working-calendar.schema.ts';

/** The texts of the package by path (`poverty-standard/VN-2022/1/standard.json`), as files or a bundle give them. */
export type RegulationTexts = Readonly<Record<string, string>>;

export interface RegulationLibrary {
  /** Every version of every standard, the newest version of an id last. */
  readonly standards: readonly CompiledStandard[];
  readonly scorecards: readonly LoadedScorecard[];
  readonly lowIncomeWorker: readonly LowIncomeWorkerStandard[];
  readonly ethnicGroups: readonly EthnicGroup[];
  /** How long what is kept, unless the installation's body decided otherwise. */
  readonly retention: readonly RetentionRule[];
  /** Every version of every questionnaire, the newest version of an id last. */
  readonly questionnaires: readonly CompiledQuestionnaire[];
  readonly designationKinds: readonly DesignationKind[];
  readonly localGroups: readonly ShippedLocalGroups[];
  /** Grounds of the review's documents, by the day they are named from; oldest first. */
  readonly documentGrounds: readonly GroundsPeriod[];
  /** Oldest first. */
  readonly villageTypes: readonly VillageTypeRule[];
  /** Versions of the review procedure, oldest first. */
  readonly procedures: readonly LoadedProcedure[];
  /** How grievances are dealt with, oldest first. */
  readonly grievanceProcedures: readonly GrievanceProcedure[];
  /** Years whose days off are known; every other year is counted provisionally. */
  readonly workingYears: readonly WorkingYear[];
  /** The trees of the national target programmes, oldest first. */
  readonly programmeTrees: readonly ProgrammeTree[];
  /** Acts of the field with their validity, for the check of plans. */
  readonly legalActs: readonly LegalAct[];
  /** Agencies and terms of the field and their miswritings, for the check of plans. */
  readonly planLexicon: PlanLexicon;
  /** What targets may be set for, in the order screens list it. */
  readonly targetIndicators: readonly TargetIndicator[];
  /** When reports are due, by law or by a plan that others follow. */
  readonly reportPeriods: readonly ReportPeriodRule[];
  /** When people are reminded of duties, unless the installation's body decided otherwise. */
  readonly dutyTimes: DutyTimes;
}

export interface LoadedProcedure {
  readonly procedure: ReviewProcedure;
  readonly hash: string;
}

export interface LoadedScorecard {
  readonly scorecard: Scorecard;
  readonly hash: string;
}

const hashesSchema = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u));

/** Reads the package; throws, naming the file, when one is not what its schema says: that is a bug of a release. */
export function loadRegulations(texts: RegulationTexts): RegulationLibrary {
  const hashes = parse(texts, 'hashes.json', hashesSchema);
  const folders = Object.keys(hashes).sort(byVersion);
  const read = <Value>(kind: string, file: string, schema: z.ZodType<Value>) =>
    folders
      .filter((folder) => folder.startsWith(`${kind}/`))
      .map((folder) => ({
        value: parse(texts, `${folder}/${file}`, schema),
        hash: hashes[folder] as string,
      }));
  const standards = read('poverty-standard', 'standard.json', povertyStandardSchema).map(({ value, hash }) =>
    compileStandard(value, hash),
  );
  refuseLowerLocalStandards(standards);
  return {
    standards,
    scorecards: read('scorecard', 'scorecard.json', scorecardSchema).map(({ value, hash }) => ({
      scorecard: value,
      hash,
    })),
    lowIncomeWorker: read('person-class', 'low-income-worker.json', lowIncomeWorkerSchema).map(
      ({ value }) => value,
    ),
    ethnicGroups: read('ethnic-group', 'ethnic-groups.json', ethnicGroupsSchema).at(-1)?.value.groups ?? [],
    retention: read('retention', 'retention.json', retentionSchema).at(-1)?.value.rules ?? [],
    questionnaires: read('questionnaire', 'questionnaire.json', questionnaireSchema).map(
      ({ value, hash }) => {
        const faults = questionnaireFaults(value);
        if (faults.length > 0) throw new Error(`regulations: ${value.id}: ${faults.join('; ')}`);
        return compileQuestionnaire(value, hash);
      },
    ),
    designationKinds:
      read('place-designation', 'kinds.json', designationKindsSchema).at(-1)?.value.kinds ?? [],
    villageTypes: read('village-type', 'rule.json', villageTypeSchema)
      .map(({ value }) => value)
      .sort((a, b) => compareDays(a.from, b.from)),
    procedures: read('review-procedure', 'procedure.json', reviewProcedureSchema)
      .map(({ value, hash }) => ({ procedure: value, hash }))
      .sort((a, b) => compareDays(a.procedure.from, b.procedure.from)),
    grievanceProcedures: read('grievance-procedure', 'procedure.json', grievanceProcedureSchema)
      .map(({ value }) => value)
      .sort((a, b) => compareDays(a.from, b.from)),
    workingYears: [
      // the newest version of each year
      ...new Map(
        read('working-calendar', 'calendar.json', workingYearSchema).map(({ value }) => [value.year, value]),
      ).values(),
    ],
    documentGrounds: (
      read('document-grounds', 'grounds.json', documentGroundsSchema).at(-1)?.value.periods ?? []
    ).toSorted((a, b) => compareDays(a.from, b.from)),
    programmeTrees: readProgrammeTrees(
      read('programme-tree', 'tree.json', programmeTreeSchema).map(({ value }) => value),
    ),
    legalActs: read('legal-act', 'acts.json', legalActsSchema).at(-1)?.value.acts ?? [],
    planLexicon: read('plan-lexicon', 'lexicon.json', planLexiconSchema).at(-1)?.value ?? NO_LEXICON,
    targetIndicators:
      read('target-indicator', 'indicators.json', targetIndicatorsSchema).at(-1)?.value.indicators ?? [],
    reportPeriods: read('report-period', 'periods.json', reportPeriodsSchema).at(-1)?.value.periods ?? [],
    dutyTimes: read('duty-times', 'times.json', dutyTimesSchema).at(-1)?.value ?? NO_REMINDERS,
    localGroups: read('local-minority', 'local-groups.json', localMinoritySchema).flatMap(
      ({ value }) => value.lists,
    ),
  };
}

function readProgrammeTrees(trees: readonly ProgrammeTree[]): readonly ProgrammeTree[] {
  const faults = trees.flatMap((tree) => programmeTreeFaults(tree).map((fault) => `${tree.id}: ${fault}`));
  if (faults.length > 0) throw new Error(`regulations: ${faults.join('; ')}`);
  // The newest version of an id replaces those before it.
  const newest = new Map(trees.map((tree) => [tree.id, tree]));
  return [...newest.values()].sort((a, b) => compareDays(a.from, b.from));
}

const NO_REMINDERS: DutyTimes = {
  remindBefore: [],
  remindLateEvery: 1,
  escalateAfter: 1,
  acceptWithin: 1,
};

const NO_LEXICON: PlanLexicon = { misspellings: [], terms: [], doubled: [] };

function refuseLowerLocalStandards(standards: readonly CompiledStandard[]): void {
  for (const { standard } of standards) {
    const { scope } = standard;
    if (scope.kind !== 'local') continue;
    const national = standards.findLast((each) => each.standard.id === scope.national);
    if (national === undefined) throw new Error(`regulations: ${standard.id} names no national standard`);
    const faults = checkLocalStandard(standard, national.standard).map(({ at }) => at);
    if (faults.length > 0)
      throw new Error(`regulations: ${standard.id} is lower than ${scope.national} in ${faults.join(', ')}`);
  }
}

const byVersion = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

function parse<Value>(texts: RegulationTexts, path: string, schema: z.ZodType<Value>): Value {
  const content = texts[path];
  if (content === undefined) throw new Error(`regulations: ${path} is missing`);
  const parsed = schema.safeParse(JSON.parse(content));
  if (!parsed.success) throw new Error(`regulations: ${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
