import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import { day } from '@benvung/contract/shared';
import {
  designatedUnits,
  designationsOnDay,
  localGroupsView,
  type PlaceListReport,
  placeListQuery,
  placeListReport,
} from '@benvung/contract/territory';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { FileRefusal } from '../exchange/sheet-rows.public.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { uploadedFile } from '../platform/http/file-reply.ts';
import type { RouteContext } from '../platform/http/route-declaration.ts';
import { regulations } from '../standard/standard.public.ts';
import { listDesignatedUnder } from './designation.store.ts';
import { designationViewOf, designationViewsOn } from './designation-view.ts';
import { loadDesignations } from './load-designations.ts';
import { loadLocalGroups } from './load-local-groups.ts';
import { readLocalGroups } from './local-groups.ts';
import type { PlaceListLoad, PlaceListOutcome } from './place-list.ts';
import { UnreadableList } from './read-named-rows.ts';
import { rowProblemView } from './row-text.ts';
import { findUnitOn } from './territory.store.ts';

const UPLOAD_BYTES = 16 * 1024 ** 2;
const MOST_LISTED = 500;
const unitId = z.object({ id: z.coerce.number().int() });
const onDay = z.object({ on: day.optional() });

/** Designations and local groups by day, and their files. Both are public decisions: everyone signed in reads them. */
export const placeListRoutes: FeatureRoutes = (app) => {
  readRoutes(app);
  loadRoutes(app);
};

const readRoutes = (app: Parameters<FeatureRoutes>[0]): void => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/territory/units/:id/designations',
    access: 'signedIn',
    summary: 'Loại địa bàn của một đơn vị vào một ngày / What a unit is designated as on a day',
    params: unitId,
    query: onDay,
    response: designationsOnDay,
    handler: async ({ db, clock, language }, { params, query }) => {
      const on = query.on ?? clock.today();
      return ok({ on, designations: await designationViewsOn(db, { unitId: params.id, on, language }) });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/territory/designations',
    access: 'signedIn',
    summary: 'Các đơn vị theo loại địa bàn trong một vùng / Designated units of an area',
    query: onDay.extend({ under: z.coerce.number().int(), kind: z.string().max(60).optional() }),
    response: designatedUnits,
    handler: async ({ db, clock, language }, { query }) => {
      const on = query.on ?? clock.today();
      const area = await findUnitOn(db, query.under, on);
      if (area === undefined) return refuse('shared.not-found');
      const { path } = area;
      const wanted = { path, day: on, kind: query.kind, limit: MOST_LISTED + 1 };
      const found = await listDesignatedUnder(db, wanted);
      return ok({
        on,
        kinds: regulations().designationKinds.map(({ code, label }) => ({ code, label: label[language] })),
        designations: found.slice(0, MOST_LISTED).map((one) => {
          const unit = { id: one.unitId, code: one.code, level: one.level, name: one.name };
          return designationViewOf(one, unit, language);
        }),
        more: found.length > MOST_LISTED,
      });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/territory/units/:id/local-groups',
    access: 'signedIn',
    summary: 'Dân tộc tại chỗ trên địa bàn vào một ngày / Groups that count as local there on a day',
    params: unitId,
    query: onDay,
    response: localGroupsView,
    handler: async ({ db, clock }, { params, query }) => {
      const on = query.on ?? clock.today();
      const found = (await readLocalGroups(db)).within(params.id, on);
      const names = new Map(regulations().ethnicGroups.map(({ code, name }) => [code, name]));
      return ok({
        on,
        groups: found?.groups.map((code) => ({ code, name: names.get(code) ?? code })) ?? null,
        verified: found?.verified ?? true,
      });
    },
  });
};

const loadRoutes = (app: Parameters<FeatureRoutes>[0]): void => {
  defineRoute(app, {
    method: 'POST',
    path: '/api/territory/designations',
    access: ['administrator'],
    act: 'territory.load-designations',
    summary: 'Nạp loại địa bàn từ tệp, hoặc chạy thử / Load designations from a file, or try it',
    query: placeListQuery,
    body: uploadedFile,
    bodyLimit: UPLOAD_BYTES,
    response: placeListReport,
    rateLimit: { max: 30, seconds: 60 },
    handler: (context, { query, body }) =>
      takeUpload(context, { ...query, body, act: 'territory.load-designations', load: loadDesignations }),
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/territory/local-groups',
    access: ['administrator'],
    act: 'territory.load-local-groups',
    summary: 'Nạp danh sách dân tộc tại chỗ, hoặc chạy thử / Load local groups from a file, or try it',
    query: placeListQuery,
    body: uploadedFile,
    bodyLimit: UPLOAD_BYTES,
    response: placeListReport,
    rateLimit: { max: 30, seconds: 60 },
    handler: (context, { query, body }) =>
      takeUpload(context, { ...query, body, act: 'territory.load-local-groups', load: loadLocalGroups }),
  });
};

interface Upload extends z.output<typeof placeListQuery> {
  readonly body: Buffer;
  readonly act: string;
  load(db: RouteContext['db'], load: PlaceListLoad): Promise<PlaceListOutcome>;
}

async function takeUpload(
  { db, areas, audit, clock, principal, language }: RouteContext<readonly ['administrator']>,
  { file, dryRun, body, act, load }: Upload,
): Promise<Result<PlaceListReport, Problem<ProblemCode>>> {
  const by = { actor: principal.username, at: clock.now() };
  const tried = dryRun === 'true';
  const read = await withUpload({ file, body }, (path) => load(db, { path, dryRun: tried, areas, ...by }));
  if (!read.ok) return read;
  const { problems, ...counts } = read.value;
  audit({ act, detail: { dryRun: tried, ...counts, problems: problems.length } });
  return ok({
    ...counts,
    dryRun: tried,
    problems: problems.map((problem) => rowProblemView(problem, language)),
  });
}

/** Puts the bytes into a file for as long as they are read; a file that is no list is a refusal with its reason. */
export async function withUpload<Value>(
  { file, body }: { readonly file: string; readonly body: Buffer },
  read: (path: string) => Promise<Value>,
): Promise<Result<Value, Problem<ProblemCode>>> {
  const folder = await mkdtemp(join(tmpdir(), 'benvung-list-'));
  try {
    const path = join(
      folder,
      `list${extname(file)
        .toLowerCase()
        .replace(/[^.a-z]/gu, '')}`,
    );
    await writeFile(path, body);
    return ok(await read(path));
  } catch (error) {
    if (error instanceof FileRefusal) return refuse(error.code, error.detail);
    if (error instanceof UnreadableList)
      return refuse('territory.file-unreadable', { reason: error.message });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
