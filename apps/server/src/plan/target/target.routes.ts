import {
  actOnTargets as actCommand,
  recordActual as actualCommand,
  adjustTargets as adjustCommand,
  answerTarget as answerCommand,
  cascadeQuery,
  targetAnnexQuery,
  targetAnnexRead,
  targetCascade,
  targetHistory,
  targetHistoryQuery,
  targetsChanged,
} from '@benvung/contract/plan-target';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { uploadedFile } from '../../platform/http/file-reply.ts';
import type { RouteContext } from '../../platform/http/route-declaration.ts';
import { actOnTargets, adjustTargets, answerTarget, type ChangeSetting } from './change-targets.ts';
import { readTargetAnnex } from './import-annex.ts';
import { readCascade } from './read-cascade.ts';
import { recordActual } from './record-actual.ts';
import type { StoredTarget } from './target.store.ts';
import { listTargetEvents } from './target-event.store.ts';
import { findTargetUnit, mapDayOf } from './target-unit.ts';

/** Who works on targets: at a unit's parent they hand down, at the unit they answer. */
const WRITERS = ['officer', 'approver', 'administrator'] as const;
/** A village head answers for the village. */
const ANSWERERS = ['enumerator', ...WRITERS] as const;
const ACTS = {
  lock: 'plan.lock-target',
  unlock: 'plan.unlock-target',
  propose: 'plan.propose-target',
  ask: 'plan.ask-for-target',
  agree: 'plan.agree-to-target',
  fix: 'plan.fix-target',
  reopen: 'plan.reopen-target',
} as const;
const ANNEX_BYTES = 8 * 1024 ** 2;

type Context = Pick<RouteContext<typeof ANSWERERS>, 'areas' | 'clock' | 'principal' | 'audit'>;

const settingOf = ({ areas, clock, principal }: Context, year: number): ChangeSetting => ({
  year,
  areas,
  today: clock.today(),
  demonstration: clock.fixed,
  acting: { actor: principal.fullName, accountId: principal.accountId, at: clock.now() },
});

/** One entry a unit above the changed ones would hide which; one entry a target would flood the log: one a unit. */
function auditChanges({ audit }: Context, act: string, changed: readonly StoredTarget[]): void {
  const byUnit = new Map<number, StoredTarget[]>();
  for (const target of changed) byUnit.set(target.unitId, [...(byUnit.get(target.unitId) ?? []), target]);
  for (const [unitId, targets] of byUnit)
    audit({
      act,
      subject: { kind: 'unit', id: String(unitId) },
      scopePath: targets[0]?.scopePath ?? '/1/',
      detail: { year: targets[0]?.year ?? 0, indicators: targets.map(({ indicator }) => indicator) },
    });
}

export const targetRoutes: FeatureRoutes = (app) => {
  readRoutes(app);
  writeRoutes(app);
};

function readRoutes(app: Parameters<FeatureRoutes>[0]): void {
  defineRoute(app, {
    method: 'GET',
    path: '/api/plan-targets',
    access: 'staff',
    summary:
      'Chỉ tiêu của một đơn vị và các đơn vị bên dưới trong năm / Targets of a unit and those below it',
    query: cascadeQuery,
    response: targetCascade,
    handler: async ({ db, areas, clock }, { query }) =>
      readCascade(db, {
        unitId: query.unit,
        year: query.year,
        indicators: query.indicators,
        areas,
        today: clock.today(),
        demonstration: clock.fixed,
      }),
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/plan-targets/history',
    access: 'staff',
    summary: 'Quá trình thương lượng một chỉ tiêu / How one target was negotiated',
    query: targetHistoryQuery,
    response: targetHistory,
    handler: async ({ db, areas, clock }, { query }) => {
      const day = mapDayOf(query.year, clock.today());
      const unit = await findTargetUnit(db, { id: query.unit, areas, day });
      if (!unit.ok) return unit;
      const { year, indicator } = query;
      return ok({ events: await listTargetEvents(db, { unitId: unit.value.id, year, indicator }) });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/plan-target-annexes',
    access: WRITERS,
    act: 'plan.read-target-annex',
    summary:
      'Đọc thử phụ lục chỉ tiêu từ tệp hoặc văn bản dán, chưa ghi / Read an annex of targets; nothing is written',
    query: targetAnnexQuery,
    body: uploadedFile,
    bodyLimit: ANNEX_BYTES,
    response: targetAnnexRead,
    rateLimit: { max: 30, seconds: 60 },
    handler: async ({ db, areas, clock, language }, { query, body }) =>
      readTargetAnnex(db, body, {
        unitId: query.unit,
        year: query.year,
        indicator: query.indicator,
        file: query.file,
        areas,
        today: clock.today(),
        language,
      }),
  });
}

function writeRoutes(app: Parameters<FeatureRoutes>[0]): void {
  defineRoute(app, {
    method: 'POST',
    path: '/api/plan-targets',
    access: WRITERS,
    act: 'plan.adjust-target',
    summary: 'Ghi số chỉ tiêu: gõ, dán, chia, nhập phụ lục / Tell figures of targets, all or none',
    body: adjustCommand,
    response: targetsChanged,
    handler: async (context, { body }) => {
      const changed = await adjustTargets(
        context.db,
        body.lines.map(({ unitId, indicator, version, ...line }) => ({ unitId, indicator, version, line })),
        { ...settingOf(context, body.year), reason: body.reason ?? null },
      );
      if (!changed.ok) return changed;
      auditChanges(context, 'plan.adjust-target', changed.value);
      return ok({ changed: changed.value.length });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/plan-targets/acts',
    access: WRITERS,
    act: 'plan.act-on-targets',
    summary: 'Khóa, gửi, giao, mở lại chỉ tiêu / Lock, send, fix or reopen targets',
    body: actCommand,
    response: targetsChanged,
    handler: async (context, { body }) => {
      const { act, targets, reason = null } = body;
      const changed = await actOnTargets(context.db, { act, targets, reason }, settingOf(context, body.year));
      if (!changed.ok) return changed;
      auditChanges(context, ACTS[act], changed.value);
      return ok({ changed: changed.value.length });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/plan-targets/answers',
    access: ANSWERERS,
    act: 'plan.answer-target',
    summary: 'Đơn vị đồng ý hoặc đề nghị đổi chỉ tiêu / The unit agrees to its target or asks for another',
    body: answerCommand,
    response: targetsChanged,
    handler: async (context, { body }) => {
      const { target, act, asked = null, reason = null } = body;
      const changed = await answerTarget(
        context.db,
        { target, act, asked, reason },
        settingOf(context, body.year),
      );
      if (!changed.ok) return changed;
      const inOffice = context.principal.grants.some(
        ({ role, path }) => WRITERS.some((one) => one === role) && changed.value.scopePath.startsWith(path),
      );
      // Who is an enumerator alone answers for a village, never for the commune.
      if (!inOffice && changed.value.level !== 'village')
        return refuse('plan-target.not-the-receiver', { unit: body.target.unitId });
      auditChanges(context, ACTS[act], [changed.value]);
      return ok({ changed: 1 });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/plan-targets/actuals',
    access: WRITERS,
    act: 'plan.record-target-actual',
    summary: 'Nhập số thực hiện của chỉ tiêu không lấy từ rà soát / Enter what was reached of an indicator',
    body: actualCommand,
    response: targetsChanged,
    handler: async (context, { body }) => {
      const { year, commandId: _commandId, ...actual } = body;
      const unit = await recordActual(context.db, actual, settingOf(context, year));
      if (!unit.ok) return unit;
      context.audit({
        act: 'plan.record-target-actual',
        subject: { kind: 'unit', id: String(unit.value.id) },
        scopePath: unit.value.path,
        detail: { year, indicators: [actual.indicator] },
      });
      return ok({ changed: 1 });
    },
  });
}
