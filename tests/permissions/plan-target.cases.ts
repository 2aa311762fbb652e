import { putTargets } from '../../apps/server/src/plan/target/target.store.ts';
import type { CrossAreaCases } from './cross-area-case.ts';
import type { World } from './world.ts';

const YEAR = 2024;
const MEASURES = {
  comparison: 'down-to',
  opening: { count: 40, base: 400, rate: null },
  planned: { count: 30, base: null, rate: null },
} as const;

/** A target of "Xã Hương Phú" under an indicator of its own, so that no case meets another's. */
const prepare =
  (indicator: string, state: 'draft' | 'proposed' = 'proposed') =>
  ({ database, places }: World) =>
    putTargets(database.db, [
      {
        unitId: places.otherCommune.id,
        year: YEAR,
        indicator,
        level: 'commune',
        state,
        line: MEASURES,
        locked: false,
        selfSet: state === 'draft',
        asked: null,
        version: 1,
        demonstration: false,
        scopePath: places.otherCommune.path,
      },
    ]);

const named = ({ places }: World, indicator: string, version = 1) => ({
  unitId: places.otherCommune.id,
  indicator,
  version,
});
const refused = { refused: ['plan-target.unit-not-found'] } as const;

export const planTargetCases: CrossAreaCases = {
  'GET /api/plan-targets': {
    prepare: prepare('poor'),
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/plan-targets?unit=${places.otherCommune.id}&year=${YEAR}`,
    }),
    expected: refused,
  },
  'GET /api/plan-targets/history': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/plan-targets/history?unit=${places.otherCommune.id}&year=${YEAR}&indicator=poor`,
    }),
    expected: refused,
  },
  'POST /api/plan-target-annexes': {
    request: ({ places, newId }) => ({
      method: 'POST',
      url: `/api/plan-target-annexes?unit=${places.otherCommune.id}&year=${YEAR}&indicator=poor&commandId=${newId()}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from('Đơn vị\tSố hộ nghèo đầu năm\tGiảm trong năm\nThôn 2\t40\t10\n'),
    }),
    expected: refused,
  },
  'POST /api/plan-targets': {
    request: (world) => ({
      method: 'POST',
      url: '/api/plan-targets',
      payload: {
        commandId: world.newId(),
        year: YEAR,
        lines: [{ ...named(world, 'near-poor', 0), ...MEASURES }],
      },
    }),
    expected: refused,
  },
  'POST /api/plan-targets/acts': {
    prepare: prepare('lack-toilet', 'draft'),
    request: (world) => ({
      method: 'POST',
      url: '/api/plan-targets/acts',
      payload: {
        commandId: world.newId(),
        year: YEAR,
        act: 'propose',
        targets: [named(world, 'lack-toilet')],
      },
    }),
    expected: refused,
  },
  'POST /api/plan-targets/answers': {
    prepare: prepare('lack-water'),
    request: (world) => ({
      method: 'POST',
      url: '/api/plan-targets/answers',
      payload: {
        commandId: world.newId(),
        year: YEAR,
        act: 'ask',
        target: named(world, 'lack-water'),
        asked: 5,
        reason: 'nhiều hộ già yếu',
      },
    }),
    expected: refused,
  },
  'POST /api/plan-targets/actuals': {
    request: ({ places, newId }) => ({
      method: 'POST',
      url: '/api/plan-targets/actuals',
      payload: {
        commandId: newId(),
        year: YEAR,
        unitId: places.otherCommune.id,
        indicator: 'houses',
        onDay: '2024-09-30',
        count: 3,
        base: null,
        source: 'Báo cáo quý III',
      },
    }),
    expected: refused,
  },
};
