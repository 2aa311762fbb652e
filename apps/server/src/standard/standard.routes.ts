import { ethnicGroups, standardList, standardView } from '@benvung/contract/standard';
import { ok, refuse } from '@benvung/domain/shared/result';
import type { CompiledStandard } from '@benvung/domain/standard/compile-standard';
import { groundText } from '@benvung/domain/standard/ground-text';
import type { Ground } from '@benvung/domain/standard/poverty-standard';
import { ruleText } from '@benvung/domain/standard/rule-text';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { listUsableScorecards, replacedBy } from './list-scorecards.ts';
import { readSourceText, regulations } from './read-regulations.ts';
import { scorecardRoutes } from './scorecard.routes.ts';
import { simulationRoutes } from './simulation.routes.ts';
import { findPovertyStandard } from './standard.public.ts';

export const standardRoutes: FeatureRoutes = (app, parts) => {
  scorecardRoutes(app, parts);
  simulationRoutes(app, parts);

  defineRoute(app, {
    method: 'GET',
    path: '/api/ethnic-groups',
    access: 'staff',
    summary: 'Danh mục các dân tộc / The catalogue of ethnic groups',
    response: ethnicGroups,
    handler: async () =>
      ok({ groups: regulations().ethnicGroups.map((group) => ({ ...group, aliases: [...group.aliases] })) }),
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/standards',
    access: 'staff',
    summary: 'Các chuẩn nghèo / The poverty standards',
    query: z.object({ day: z.iso.date().optional() }),
    response: standardList,
    handler: async ({ clock }, { query }) => {
      const known = new Map(regulations().standards.map((each) => [each.standard.id, each]));
      const wanted = [...known.values()].filter(
        ({ standard }) =>
          query.day === undefined ||
          (standard.validFrom <= query.day && (standard.validTo === null || query.day <= standard.validTo)),
      );
      return ok({ standards: wanted.map((each) => listItem(each, query.day ?? clock.today())) });
    },
  });

  defineRoute(app, {
    method: 'GET',
    path: '/api/standards/:id',
    access: 'staff',
    summary: 'Một chuẩn nghèo với các chỉ số và căn cứ / One standard with its indicators and grounds',
    params: z.object({ id: z.string() }),
    response: standardView,
    handler: async ({ db, clock }, { params }) => {
      const compiled = findPovertyStandard(params.id);
      if (compiled === undefined) return refuse('shared.not-found');
      const { standard, hash } = compiled;
      const { grounds } = standard;
      const cards = (await listUsableScorecards(db)).filter(
        ({ scorecard }) => scorecard.standardId === standard.id,
      );
      return ok({
        ...listItem(compiled, clock.today()),
        method: standard.method,
        pointsPerIndicator: standard.pointsPerIndicator,
        averageForFarmHouseholdsOnly: standard.averageForFarmHouseholdsOnly,
        indicators: standard.indicators.map(
          ({ code, dimension, label, deprivedWhen, notApplicableWhen, rule, ground }) => ({
            code,
            dimension,
            label,
            deprivedWhen,
            notApplicableWhen,
            rule: { vi: ruleText(rule, 'vi'), en: ruleText(rule, 'en') },
            ground,
            groundText: groundTexts(ground),
          }),
        ),
        grounds,
        groundTexts: {
          class: groundTexts(grounds.class),
          incomeLine: groundTexts(grounds.incomeLine),
          scoreCutoff: groundTexts(grounds.scoreCutoff),
          averageLivingStandard: groundTexts(grounds.averageLivingStandard),
        },
        sourceText: readSourceText(hash),
        scorecards: cards.map(({ scorecard, loadedBy }) => ({
          id: scorecard.id,
          formCode: scorecard.formCode,
          region: scorecard.region,
          version: scorecard.version,
          status: scorecard.status,
          source: scorecard.source,
          items: scorecard.items.length,
          loadedBy,
          replaced: replacedBy(scorecard, cards) !== undefined,
        })),
      });
    },
  });
};

const groundTexts = (ground: Ground) => ({ vi: groundText(ground, 'vi'), en: groundText(ground, 'en') });

function stateOn({ standard }: CompiledStandard, day: string): 'draft' | 'notYet' | 'inForce' | 'ended' {
  if (standard.status === 'draft') return 'draft';
  if (day < standard.validFrom) return 'notYet';
  return standard.validTo !== null && day > standard.validTo ? 'ended' : 'inForce';
}

const listItem = (compiled: CompiledStandard, day: string) => {
  const { standard, hash } = compiled;
  return {
    id: standard.id,
    hash,
    title: standard.title,
    status: standard.status,
    state: stateOn(compiled, day),
    provinceCode: standard.scope.kind === 'local' ? standard.scope.unitCode : null,
    validFrom: standard.validFrom,
    validTo: standard.validTo,
    lines: standard.lines,
    povertyCutoffK: standard.povertyCutoffK,
  };
};
