import {
  openPostingCommand,
  photoQuery,
  photoView,
  postingDesk,
  postingOpened,
  postingPlan,
  postingView,
  postingWithdrawn,
  sheetMade,
  withdrawPostingCommand,
} from '@benvung/contract/review-posting';
import { commandBase } from '@benvung/contract/shared';
import { postingFileName } from '@benvung/domain/review/posting/posted-list';
import { groupedCode } from '@benvung/domain/shared/printed-code';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import type { FeatureRoutes } from '../../platform/http/app-parts.ts';
import { defineRoute } from '../../platform/http/define-route.ts';
import { fileResponse, uploadedFile } from '../../platform/http/file-reply.ts';
import { isInside, type Principal } from '../../platform/http/principal.ts';
import { queryYear } from '../../platform/http/query-year.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import { actingOf } from '../case/take-case-steps.ts';
import { addPhoto, PHOTO_BYTES } from './add-photo.ts';
import { makeSheet, makeSheetOf } from './make-sheet.ts';
import { openPosting, planPosting } from './open-posting.ts';
import { findPosting, readPhoto } from './posting.store.ts';
import { readPosting, readPostingDesk } from './read-postings.ts';
import { withdrawPosting } from './withdraw-posting.ts';

const byId = z.object({ id: z.uuid() });
const OFFICERS = ['officer', 'administrator'] as const;
const PHOTOGRAPHERS = ['enumerator', 'officer', 'administrator'] as const;

const holds = ({ grants }: Principal, roles: readonly string[]) =>
  grants.some(({ role }) => roles.includes(role));

export const postingRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/review-postings',
    access: 'staff',
    summary: 'Niêm yết của một đơn vị trong năm / Postings of a unit in a year',
    query: z.object({
      unit: z.coerce.number().int(),
      year: queryYear,
      page: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    response: postingDesk,
    handler: async ({ db, areas, clock, principal }, { query }) => {
      const unit = (await listLastKnownUnits(db, [query.unit], clock.today())).get(query.unit);
      if (unit === undefined || !isInside(areas, unit.path))
        return refuse('review.unit-not-found', { unit: query.unit });
      return ok(
        await readPostingDesk(db, {
          unit,
          year: query.year,
          page: query.page ?? 1,
          acting: actingOf(clock, principal),
          may: {
            open: holds(principal, OFFICERS),
            photograph: holds(principal, PHOTOGRAPHERS),
            handle: holds(principal, ['officer']),
          },
        }),
      );
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-postings/plan',
    access: OFFICERS,
    summary: 'Danh sách sẽ niêm yết và ngày hết hạn / The list that would be posted, and until when',
    query: z.object({ round: z.uuid(), village: z.coerce.number().int() }),
    response: postingPlan,
    handler: async ({ db, clock, principal }, { query }) => {
      const planned = await planPosting(db, {
        roundId: query.round,
        villageId: query.village,
        acting: actingOf(clock, principal),
      });
      if (!planned.ok) return planned;
      const { list, hash, provisional } = planned.value;
      return ok({ list: { ...list, lines: [...list.lines] }, hash, provisional });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-postings',
    access: OFFICERS,
    summary: 'Mở niêm yết một thôn / Open the posting of a village',
    body: openPostingCommand,
    response: postingOpened,
    status: 201,
    act: 'review.open-posting',
    handler: async ({ db, clock, principal, audit, origin }, { body }) => {
      const acting = actingOf(clock, principal);
      const opened = await openPosting(db, { ...body, acting });
      if (!opened.ok) return opened;
      const { username } = principal;
      const sheet = await makeSheet(db, opened.value, { origin, acting, username, audit });
      if (!sheet.ok) return sheet;
      const { id, code, endsOn, scopePath, content } = opened.value;
      audit({
        act: 'review.open-posting',
        subject: { kind: 'posting', id },
        scopePath,
        detail: { households: content.lines.length, until: endsOn },
      });
      return ok({ id, code: groupedCode(code), until: endsOn });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-postings/:id',
    access: 'staff',
    summary: 'Một bản niêm yết: danh sách, nơi dán, ảnh / One posting: list, places, photos',
    params: byId,
    response: postingView,
    handler: async ({ db, clock, principal, origin }, { params }) => {
      const found = await readPosting(db, {
        id: params.id,
        origin,
        acting: actingOf(clock, principal),
        mayPhotograph: holds(principal, PHOTOGRAPHERS),
        mayWithdraw: holds(principal, OFFICERS),
      });
      return found.ok ? ok(found.value.view) : found;
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-postings/:id/withdrawal',
    access: OFFICERS,
    summary: 'Gỡ một bản niêm yết sai, có lý do / Take a wrong posting down, with its reason',
    params: byId,
    body: withdrawPostingCommand,
    response: postingWithdrawn,
    act: 'review.withdraw-posting',
    handler: async ({ db, clock, principal, audit }, { params, body: { reason } }) => {
      const acting = actingOf(clock, principal);
      const withdrawn = await withdrawPosting(db, { id: params.id, reason, acting });
      if (!withdrawn.ok) return withdrawn;
      const { posting, cases } = withdrawn.value;
      audit({
        act: 'review.withdraw-posting',
        subject: { kind: 'posting', id: posting.id },
        scopePath: posting.scopePath,
        detail: { households: cases, reason },
      });
      return ok({ cases });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-postings/:id/sheet',
    access: OFFICERS,
    summary: 'Lập bản niêm yết để in, nếu chưa có / Make the sheet of a posting that has none',
    params: byId,
    body: commandBase,
    response: sheetMade,
    act: 'review.make-posting-sheet',
    handler: async ({ db, clock, principal, audit, origin }, { params }) => {
      const acting = actingOf(clock, principal);
      const { username } = principal;
      const made = await makeSheetOf(db, params.id, { origin, acting, username, audit });
      return made.ok ? ok({ documentId: made.value }) : made;
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/review-postings/:id/photos',
    access: PHOTOGRAPHERS,
    summary: 'Thêm ảnh bản đã dán / Add a photo of the posted sheet',
    params: byId,
    query: photoQuery,
    body: uploadedFile,
    bodyLimit: PHOTO_BYTES,
    response: photoView,
    status: 201,
    act: 'review.add-posting-photo',
    handler: async ({ db, clock, principal, audit }, { params, query, body }) => {
      const acting = actingOf(clock, principal);
      const added = await addPhoto(db, { postingId: params.id, place: query.place, file: body, acting });
      if (!added.ok) return added;
      const { scopePath, size } = added.value;
      audit({
        act: 'review.add-posting-photo',
        subject: { kind: 'posting', id: params.id },
        scopePath,
        detail: { bytes: size },
      });
      return ok(added.value);
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/review-postings/:id/photos/:photoId',
    access: 'staff',
    summary: 'Ảnh bản đã dán / The photo of a posted sheet',
    params: z.object({ id: z.uuid(), photoId: z.uuid() }),
    response: fileResponse,
    handler: async ({ db }, { params }) => {
      const posting = await findPosting(db, params.id);
      const photo = posting && (await readPhoto(db, { postingId: posting.id, id: params.photoId }));
      if (posting === undefined || photo === undefined) return refuse('shared.not-found');
      const name = `${postingFileName(posting.code, posting.openedOn)}.${photo.mediaType.split('/')[1]}`;
      return ok({ name, type: photo.mediaType, content: photo.bytes });
    },
  });
};
