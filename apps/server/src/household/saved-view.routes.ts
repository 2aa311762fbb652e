import { removeView, savedViews, saveView, viewRemoved, viewSaved } from '@benvung/contract/saved-views';
import { ok, refuse } from '@benvung/domain/shared/result';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { showReceiptsOf } from '../platform/http/command-receipt.store.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { newId } from '../platform/ids.ts';
import { deleteSavedView, listSavedViews, putSavedView } from './saved-view.store.ts';

const MOST = 30;

/** Lists of households that a person named to come back to: their own alone. */
export const savedViewRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/saved-views',
    access: 'staff',
    summary: 'Các danh sách tôi đã lưu / The lists I saved',
    response: savedViews,
    handler: async ({ db, principal }) => {
      await showReceiptsOf(db, principal.accountId);
      return ok({ views: await listSavedViews(db, principal.accountId) });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/saved-views',
    access: 'staff',
    summary: 'Lưu một danh sách để mở lại / Save a list to come back to',
    body: saveView,
    response: viewSaved,
    status: 201,
    act: 'household.save-view',
    handler: async ({ db, principal, clock, audit }, { body }) => {
      const { name, filters } = body;
      if (name === '') return refuse('household.view-without-name');
      const kept = await listSavedViews(db, principal.accountId);
      const nameKey = searchKey(name);
      const same = kept.find((view) => searchKey(view.name) === nameKey);
      if (same === undefined && kept.length >= MOST)
        return refuse('household.too-many-views', { most: MOST });
      const id = same?.id ?? newId();
      await putSavedView(db, principal.accountId, { id, name, nameKey, filters, at: clock.now() });
      audit({ act: 'household.save-view', subject: { kind: 'view', id }, detail: { name } });
      return ok({ id });
    },
  });

  defineRoute(app, {
    method: 'POST',
    path: '/api/saved-views/:id/removal',
    access: 'staff',
    summary: 'Xóa một danh sách đã lưu / Remove a saved list',
    params: z.object({ id: z.uuid() }),
    body: removeView,
    response: viewRemoved,
    act: 'household.remove-view',
    handler: async ({ db, principal, audit }, { params }) => {
      const removed = await deleteSavedView(db, principal.accountId, params.id);
      if (!removed) return refuse('shared.not-found');
      audit({ act: 'household.remove-view', subject: { kind: 'view', id: params.id } });
      return ok({ removed });
    },
  });
};
