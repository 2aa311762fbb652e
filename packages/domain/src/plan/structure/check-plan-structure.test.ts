import { describe, expect, it } from 'vitest';
import { checkPlanStructure } from './check-plan-structure.ts';
import { wholePlan } from './plan.test-support.ts';
import type { PlanContent } from './plan-structure.ts';
import { listAsked } from './superior-requests.ts';

const year = {
  kind: 'annual',
  yearFrom: 2024,
  yearTo: 2024,
  programme: 'NTP-2021',
  superiorReports: [],
} as const;
const found = (changed: Partial<PlanContent>, ground: Parameters<typeof checkPlanStructure>[1] = year) =>
  checkPlanStructure({ ...wholePlan, ...changed }, ground).map(
    ({ severity, part, id }) => `${severity} ${part} ${id}`,
  );
const [rate, ...targets] = wholePlan.targets as [PlanContent['targets'][number], ...PlanContent['targets']];
const [duty] = wholePlan.duties as [PlanContent['duties'][number]];
const [money] = wholePlan.money as [PlanContent['money'][number]];

describe('checking a structured plan', () => {
  it('finds nothing in a whole plan', () => {
    expect(found({})).toEqual([]);
  });

  it.each<[string, Partial<PlanContent>, string]>([
    [
      'an aim equal to its opening',
      { targets: [{ ...rate, value: 2.69 }, ...targets] },
      'warning targets t1',
    ],
    ['a fall to more than the opening', { targets: [{ ...rate, value: 3 }, ...targets] }, 'error targets t1'],
    ['more than all', { targets: [{ ...rate, baseline: null, value: 120 }] }, 'error targets t1'],
    ['a year outside', { targets: [{ ...rate, year: 2025 }] }, 'error targets t1'],
    ['two values of one aim', { targets: [rate, { ...rate, id: 't9', value: 2 }] }, 'error targets t9'],
    [
      'a node without lead',
      { nodes: wholePlan.nodes.map((node) => (node.id === 'n3' ? { ...node, lead: ' ' } : node)) },
      'error nodes n3',
    ],
    [
      'a node without money',
      { nodes: wholePlan.nodes.map((node) => (node.id === 'n3' ? { ...node, budget: '' } : node)) },
      'error nodes n3',
    ],
    ['money of no node', { money: [{ ...money, node: 'gone' }] }, 'error money m1'],
    ['money without source', { money: [{ ...money, node: null, source: null }] }, 'warning money m1'],
    ['a slip of units', { money: [{ ...money, dong: '236000000000000' }] }, 'error money m1'],
    ['a row twice', { money: [money, { ...money, id: 'm9' }] }, 'warning money m9'],
    ['a duty without owner', { duties: [{ ...duty, owner: '' }] }, 'error duties d1'],
    ['a duty due another year', { duties: [{ ...duty, due: '2025-09-30' }] }, 'error duties d1'],
    ['no duty', { duties: [] }, 'error duties null'],
    [
      'a report nobody owes',
      { deadlines: wholePlan.deadlines.map((one) => (one.id === 'b3' ? { ...one, who: '' } : one)) },
      'error deadlines b3',
    ],
  ])('finds %s', (_name, changed, fault) => {
    expect(found(changed)).toContain(fault);
  });

  it('finds a report later than the superior’s, and none that is earlier', () => {
    const ground = (day: string) => ({ ...year, superiorReports: [{ kind: 'year', day }] });
    expect(found({}, ground('2024-12-01'))).toEqual(['error deadlines b3']);
    expect(found({}, ground('2024-12-10'))).toEqual([]);
  });
});

describe('a target that was given', () => {
  const given = (decrease: number | null, aim: number | null) => ({
    ...year,
    assigned: [{ indicator: 'poor', decrease, rate: aim }],
  });

  it('is missed where the plan has none, and told where the plan says otherwise', () => {
    expect(found({}, given(12, 2.1))).toEqual([]);
    expect(found({}, given(12, 2.05))).toEqual(['warning targets t1']);
    expect(found({ targets }, given(12, 2.1))).toEqual(['warning targets null']);
    const counted = wholePlan.targets.map((row) => (row.id === 't2' ? { ...row, indicator: 'poor' } : row));
    expect(found({ targets: counted }, given(13, 2.1))).toEqual(['warning targets t2']);
  });
});

describe('what the superior asked', () => {
  const superior: PlanContent = wholePlan;
  const standing = (own: PlanContent) =>
    Object.fromEntries(listAsked(superior, own).map(({ id, answer }) => [id, answer.kind]));

  it('is aims of the cascade, nodes of the programme, and duties and reports of the units below', () => {
    expect(Object.keys(standing(wholePlan)).sort()).toEqual(['b1', 'b2', 'd3', 'n2', 'n3', 't1']);
  });

  it('is answered by indicator, code, a named duty and an earlier report; the rest is missing', () => {
    const own = {
      ...wholePlan,
      targets: [],
      nodes: wholePlan.nodes.filter(({ id }) => id !== 'n3'),
      duties: [{ ...duty, id: 'own', answers: ['d3'] }],
      deadlines: wholePlan.deadlines.map((one) => (one.id === 'b2' ? { ...one, day: '2024-06-20' } : one)),
    };
    expect(standing(own)).toEqual({
      t1: 'missing',
      n2: 'answered',
      n3: 'missing',
      d3: 'answered',
      b1: 'answered',
      b2: 'missing',
    });
    expect(standing({ ...own, leftOut: [{ asked: 'n3', reason: 'Xã không có nội dung này' }] }).n3).toBe(
      'leftOut',
    );
  });
});
