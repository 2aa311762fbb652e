import { ethnicGroups, standardList, standardView } from '@benvung/contract/standard';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { listUsableScorecards } from './list-scorecards.ts';
import { regulations } from './read-regulations.ts';
import { findPovertyStandard } from './standard.public.ts';

export const standardRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/ethnic-groups',
    access: 'signedIn',
    summary: 'Danh mục các dân tộc / The catalogue of ethnic groups',
    response: ethnicGroups,
    handler: async () =>
      ok({ groups: regulations().ethnicGroups.map((group) => ({ ...group, aliases: [...group.aliases] })) }),
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/standards',
    access: 'signedIn',
    summary: 'Các chuẩn nghèo / The poverty standards',
    query: z.object({ day: z.iso.date().optional() }),
    response: standardList,
    handler: async (_, { query }) => {
      const known = new Map(regulations().standards.map((each) => [each.standard.id, each]));
      const wanted = [...known.values()].filter(
        ({ standard }) =>
          query.day === undefined ||
          (standard.validFrom <= query.day && (standard.validTo === null || query.day <= standard.validTo)),
      );
      return ok({ standards: wanted.map(listItem) });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/standards/:id',
    access: 'signedIn',
    summary: 'Một chuẩn nghèo với các chỉ số và căn cứ / One standard with its indicators and grounds',
    params: z.object({ id: z.string() }),
    response: standardView,
    handler: async ({ db }, { params }) => {
      const compiled = findPovertyStandard(params.id);
      if (compiled === undefined) return refuse('shared.not-found');
      const { standard } = compiled;
      return ok({
        ...listItem(compiled),
        method: standard.method,
        pointsPerIndicator: standard.pointsPerIndicator,
        indicators: standard.indicators.map(({ code, dimension, label, deprivedWhen, ground }) => ({
          code,
          dimension,
          label,
          deprivedWhen,
          ground,
        })),
        grounds: standard.grounds,
        scorecards: (await listUsableScorecards(db))
          .filter(({ standardId }) => standardId === standard.id)
          .map(({ id, formCode, region, version, status, source }) => ({
            id,
            formCode,
            region,
            version,
            status,
            source,
          })),
      });
    },
  });
};

const listItem = ({ standard, hash }: CompiledStandard) => ({
  id: standard.id,
  hash,
  title: standard.title,
  status: standard.status,
  provinceCode: standard.scope.kind === 'local' ? standard.scope.unitCode : null,
  validFrom: standard.validFrom,
  validTo: standard.validTo,
  lines: standard.lines,
  povertyCutoffK: standard.povertyCutoffK,
});
