import type { GrievanceLine, GrievanceView } from '@benvung/contract/review-posting';
import {
  GRIEVANCE_ACTS,
  GRIEVANCE_TRANSITIONS,
  grievanceDaysLate,
  isFirst,
} from '@benvung/domain/review/grievance/decide-grievance-act';
import { categoryOf } from '@benvung/domain/review/grievance/grievance-category';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { WorkingCalendar } from '@benvung/domain/shared/working-days';
import type { Db } from '../../platform/database/database.ts';
import type { Principal } from '../../platform/http/principal.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import { findCase } from '../case/case.store.ts';
import { readWorkingCalendar } from '../law/review-law.ts';
import { firstEnumeratorsOf } from './act-on-grievance.ts';
import {
  findGrievance,
  type GrievancesWanted,
  listCandidates,
  listGrievanceEvents,
  listGrievances,
  type StoredGrievance,
} from './grievance.store.ts';
import { grievanceProcedureOn } from './receive-grievance.ts';

type Line = Pick<StoredGrievance, 'verifier' | 'verifierAccount' | 'scopePath'>;

/** Those who deal with a grievance: officers of its area, and whoever was sent. They alone see who complained. */
export const handles = ({ grants, accountId }: Principal, { scopePath, verifierAccount }: Line): boolean =>
  verifierAccount === accountId ||
  grants.some(({ role, path }) => role === 'officer' && scopePath.startsWith(path));

const lineOf = (
  one: StoredGrievance,
  { village, today, calendar }: { village: string; today: string; calendar: WorkingCalendar },
): GrievanceLine => ({
  id: one.id,
  number: one.number,
  village,
  category: one.category,
  channel: one.channel,
  state: one.state,
  receivedOn: one.receivedOn,
  dueOn: one.dueOn,
  dueUncertain: one.dueUncertain,
  workingDaysLate: grievanceDaysLate(one, today, calendar),
  verifier: one.verifier,
});

/** Grievances of an area, without what they say and without who said it. */
export async function readGrievanceList(
  db: Db,
  wanted: GrievancesWanted,
  today: string,
): Promise<{ grievances: GrievanceLine[]; open: number; total: number }> {
  const { grievances, open, total } = await listGrievances(db, wanted);
  const calendar = await readWorkingCalendar(db);
  const ids = grievances.flatMap(({ villageId }) => villageId ?? []);
  const villages = await listLastKnownUnits(db, ids, today);
  return {
    open,
    total,
    grievances: grievances.map((one) =>
      lineOf(one, { village: villages.get(one.villageId ?? 0)?.name ?? '', today, calendar }),
    ),
  };
}

export interface ReadGrievance {
  readonly view: GrievanceView;
  readonly scopePath: string;
  /** Who complained was shown. */
  readonly personal: boolean;
}

/** One grievance with its history; who complained only for those who handle it. */
export async function readGrievance(
  db: Db,
  { id, principal, today }: { id: string; principal: Principal; today: string },
): Promise<Result<ReadGrievance, Problem<'shared.not-found'>>> {
  const one = await findGrievance(db, id);
  if (one === undefined) return refuse('shared.not-found');
  const personal = handles(principal, one);
  const isOfficer = principal.grants.some(({ role }) => role === 'officer');
  const calendar = await readWorkingCalendar(db);
  const villages = await listLastKnownUnits(db, [one.villageId ?? 0], today);
  const subject = one.caseId === null ? undefined : await findCase(db, one.caseId);
  const first = await firstEnumeratorsOf(db, subject);
  const { ground } = categoryOf(grievanceProcedureOn(one.receivedOn), one.category).limit;
  const head = subject?.headName ?? one.householdName;
  const view: GrievanceView = {
    ...lineOf(one, { village: villages.get(one.villageId ?? 0)?.name ?? '', today, calendar }),
    version: one.version,
    about: personal ? one.about : '',
    complainant: personal ? { name: one.complainantName, phone: one.phone } : null,
    household:
      head === null || head === undefined ? null : { head, caseId: one.caseId, number: one.postedNumber },
    ground: [ground.document, ground.article, ground.label].filter((part) => part !== null).join(', '),
    verifiedOn: one.verifiedOn,
    finding: personal ? one.finding : null,
    outcome: one.outcome,
    answer: personal ? one.answer : null,
    answeredOn: one.answeredOn,
    documentId: one.documentId,
    requestCaseId: one.requestCaseId,
    candidates: !isOfficer
      ? []
      : (await listCandidates(db, one.scopePath)).map((candidate) => ({
          ...candidate,
          surveyedFirst: isFirst(candidate, first),
        })),
    acts: personal
      ? GRIEVANCE_ACTS.filter((act) => GRIEVANCE_TRANSITIONS[one.state][act] !== undefined).filter(
          (act) => isOfficer || act === 'verify',
        )
      : [],
    events: (await listGrievanceEvents(db, one)).map(({ number, act, actor, onDay, at }) => ({
      number,
      act,
      actor,
      onDay,
      at,
    })),
  };
  return ok({ view, scopePath: one.scopePath, personal });
}
