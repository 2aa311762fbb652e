import type { planPaper } from '@benvung/contract/plan-structure';
import type { ComposedData } from '@benvung/domain/document/document-data';
import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import { composeAssignment, composeDutyList } from '@benvung/domain/plan/structure/compose-duties';
import { composePlan } from '@benvung/domain/plan/structure/compose-plan';
import {
  composeTargetAnnex,
  composeTargetDecision,
} from '@benvung/domain/plan/structure/compose-target-annex';
import { takePlanStep } from '@benvung/domain/plan/structure/plan-life';
import type { Problem, Result } from '@benvung/domain/shared/result';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import {
  findIssuingUnit,
  makeDocument,
  numberDocuments,
  replacePaper,
} from '../../document/document.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { findUnitInPlace } from '../../territory/territory.public.ts';
import { createPlanDuties } from '../duty/create-plan-duties.ts';
import { type HeldPlan, holdPlan, type PlanActor, type PlanRefusal, type PlanTarget } from './act-on-plan.ts';
import { readTargetAnnexes } from './check-plan.ts';
import { householdAnnex } from './household-annex.ts';
import { addEvent, putInForce, putVersion } from './plan.store.ts';
import { putDuties } from './plan-duty.store.ts';

type Paper = z.infer<typeof planPaper>;
type Refusal = PlanRefusal | Problem<DocumentProblemCode>;

export interface PaperMaker extends PlanActor {
  readonly accountId: string | null;
  readonly origin: string;
}

type Asked = Pick<Paper, 'kind' | 'owner' | 'withHouseholds' | 'signatory'> & { readonly day: string };

/** Drafts a paper of the newest version; it is numbered, signed and issued as every official document. */
export async function makePlanPaper(
  db: Db,
  { id, version, ...asked }: PlanTarget & Omit<Asked, 'day'>,
  by: PaperMaker,
): Promise<Result<{ readonly documentId: string; readonly held: HeldPlan }, Refusal>> {
  const held = await holdPlan(db, { id, version }, by);
  if (!held.ok) return held;
  const made = await draftPaper(db, held.value, { ...asked, day: by.today }, by);
  return made.ok ? ok({ documentId: made.value, held: held.value }) : made;
}

async function draftPaper(
  db: Db,
  { plan, version }: HeldPlan,
  asked: Asked,
  by: PaperMaker,
): Promise<Result<string, Refusal>> {
  // A unit that went into another one is answered for by that one.
  const unitId = (await findUnitInPlace(db, plan.unitId, asked.day))?.id;
  const issuing = unitId && (await findIssuingUnit(db, { unitId, series: 'body', day: asked.day }));
  if (!unitId || !issuing) return refuse('plan.unit-has-none');
  const data = await composePaper(db, { plan, version }, { asked, by, bodyName: issuing.issuer.bodyName });
  if (!data.ok) return data;
  const made = await makeDocument(
    db,
    {
      kind: 'composed',
      unitId,
      day: asked.day,
      data: data.value,
      signatory: asked.signatory,
      subjects: [{ kind: 'plan', id: plan.id }],
      origin: by.origin,
    },
    by,
  );
  return made.ok ? ok(made.value.id) : made;
}

interface Composing {
  readonly asked: Asked;
  readonly by: PaperMaker;
  readonly bodyName: string;
}

async function composePaper(
  db: Db,
  { plan, version }: HeldPlan,
  { asked, by, bodyName }: Composing,
): Promise<Result<ComposedData, Refusal>> {
  const { content, reference, issuedOn } = version;
  const paper = { ...plan, bodyName, reference, issuedOn };
  if (asked.kind === 'assignment') return ok(composeAssignment(content, paper));
  if (asked.kind === 'dutyList') return ok(composeDutyList(content, { ...paper, owner: asked.owner ?? '' }));
  const targets = await readTargetAnnexes(db, plan, by.today);
  const year = plan.yearFrom;
  if (asked.kind === 'targets') {
    if (targets.length === 0) return refuse('plan.no-targets-below', { year });
    const grounds = content.grounds.map(({ text }) => text);
    return ok(composeTargetDecision(targets, { ...paper, year, grounds }));
  }
  const households = asked.withHouseholds ? await householdAnnex(db, plan, by) : ok([]);
  if (!households.ok) return households;
  const annexes = [...targets.map((annex) => composeTargetAnnex(annex, year)), ...households.value];
  return ok(composePlan(content, { ...paper, annexes }));
}

export interface Issue {
  readonly day: string;
  readonly signatory: NonNullable<Paper['signatory']>;
  readonly withHouseholds: boolean;
}

/** Numbers the plan and brings it into force: the version before it and its document are replaced, its duties become rows. */
export async function issuePlan(
  db: Db,
  { id, version: seen, ...issue }: PlanTarget & Issue,
  by: PaperMaker,
): Promise<
  Result<{ readonly held: HeldPlan; readonly documentId: string; readonly jobId: string | null }, Refusal>
> {
  const held = await holdPlan(db, { id, version: seen }, by);
  if (!held.ok) return held;
  const { plan, version } = held.value;
  const step = takePlanStep({ state: version.state, act: 'issue', reason: null, errors: 0 });
  if (!step.ok) return step;
  const made = await draftPaper(db, held.value, { kind: 'plan', ...issue }, by);
  if (!made.ok) return made;
  const numbered = await numberDocuments(db, [made.value], by);
  if (!numbered.ok) return numbered;
  const reference = numbered.value.documents[0]?.reference ?? null;
  await putVersion(db, {
    ...version,
    state: 'issued',
    documentId: made.value,
    reference,
    issuedOn: issue.day,
  });
  const before = await putInForce(db, plan.id, version.number);
  const replaced = { successorId: made.value, reason: version.reason ?? '', today: by.today, by };
  await replacePaper(db, before, replaced);
  await putDuties(db, { ...version, planId: plan.id });
  const { now: at, actor, today } = by;
  const unit = await findUnitInPlace(db, plan.unitId, today);
  if (unit !== undefined)
    await createPlanDuties(db, {
      planId: plan.id,
      version: version.number,
      unit,
      years: { from: plan.yearFrom, to: plan.yearTo },
      content: version.content,
      acting: { at, actor, today },
    });
  await addEvent(db, plan.id, {
    number: version.number,
    act: 'issue',
    at,
    actor,
    note: reference,
    scopePath: plan.scopePath,
  });
  return ok({ held: held.value, documentId: made.value, jobId: numbered.value.jobId });
}
