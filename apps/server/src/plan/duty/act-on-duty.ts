import type { DutyActCommand } from '@benvung/contract/plan-duty';
import { decideDutyAct } from '@benvung/domain/plan/duty/decide-duty-act';
import type { PlanDutyProblemCode } from '@benvung/domain/plan/duty/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import type { Acting } from '../../review/review.public.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import type { StoredDuty } from './duty.store.ts';
import { addEvent, countFiles } from './duty-history.store.ts';
import { type DutyReader, findSeenDuty, sidesOf } from './duty-reader.ts';
import { updateDuty } from './duty-write.store.ts';

type Told = Omit<DutyActCommand, 'commandId'>;

/** One act on a duty by someone who stands on its side; the version seen travels with it. */
export async function actOnDuty(
  db: Db,
  id: string,
  { told, reader, acting }: { readonly told: Told; readonly reader: DutyReader; readonly acting: Acting },
): Promise<Result<StoredDuty, Problem<PlanDutyProblemCode | 'shared.not-found'>>> {
  const duty = await findSeenDuty(db, id, reader);
  if (duty === undefined) return refuse('shared.not-found');
  const giver = (await listLastKnownUnits(db, [duty.giverUnitId], acting.today)).get(duty.giverUnitId);
  const { act, words, evidence, day } = told;
  const decided = decideDutyAct({ ...duty, files: await countFiles(db, id) }, act, {
    today: acting.today,
    sides: sidesOf(duty, reader, giver),
    ...{ words, evidence, day },
  });
  if (!decided.ok) return decided;
  const next = { ...duty, ...decided.value, ...toldBy(duty, told, acting.today) };
  if (!(await updateDuty(db, { ...next, version: told.version })))
    return refuse('plan-duty.changed-meanwhile');
  await addEvent(db, duty, {
    act,
    at: acting.at,
    onDay: acting.today,
    actor: acting.actor,
    words: [words, evidence].filter((one) => one !== undefined && one !== '').join(' · ') || null,
    day: day ?? null,
  });
  return ok({ ...next, version: told.version + 1 });
}

/** What an act leaves on the duty itself besides where it stands. */
function toldBy(
  duty: StoredDuty,
  { act, words, evidence }: Told,
  today: string,
): Pick<StoredDuty, 'result' | 'evidence' | 'reportedOn' | 'extensionReason'> {
  const { result, reportedOn, extensionReason } = duty;
  if (act === 'report')
    return {
      result: words ?? null,
      evidence: evidence === undefined || evidence === '' ? null : evidence,
      reportedOn: today,
      extensionReason: null,
    };
  if (act === 'askExtension')
    return { result, evidence: duty.evidence, reportedOn, extensionReason: words ?? null };
  const ends = act === 'grantExtension' || act === 'refuseExtension' || act === 'cancel' || act === 'reopen';
  return { result, evidence: duty.evidence, reportedOn, extensionReason: ends ? null : extensionReason };
}
