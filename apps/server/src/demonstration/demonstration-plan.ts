import { shortDay } from '@benvung/domain/document/number-and-day';
import type {
  PlanContent,
  PlanDuty,
  PlanMoney,
  PlanNode,
} from '@benvung/domain/plan/structure/plan-structure';
import { EMPTY_DUTY, emptyPlan, fullLabel } from '@benvung/domain/plan/structure/plan-structure';
import { nameInSentence } from '@benvung/domain/territory/unit-type';
import { BELOW, DUE, NODES, OFFICES, type PlanLevel } from './demonstration-plan-words.ts';
import type { CommunePlan } from './plan-province.ts';
import { DISTRICTS } from './published-figures.ts';

export interface UnitToPlan {
  readonly level: PlanLevel;
  /** Full name with its type. */
  readonly name: string;
  readonly above: { readonly name: string; readonly reference: string; readonly day: string } | null;
  readonly year: number;
  readonly households: { readonly opening: number; readonly planned: number };
  readonly poor: { readonly opening: number; readonly decrease: number };
  /** As the cascade tells them; per cent. Without them they follow from the counts. */
  readonly rates?: { readonly opening: number | null; readonly closing: number | null };
}

const MILLION = 1_000_000;
const LOCAL_SHARE = 0.03;

/** A plan of a unit as an officer would draw it up from the seeds' words; ids are the caller's. */
export function drawPlan(unit: UnitToPlan, newId: () => string): PlanContent {
  const { level, year, households, poor } = unit;
  const bodyName = `Ủy ban nhân dân ${nameInSentence(unit.name)}`;
  const offices = OFFICES[level];
  const row = (text: string) => ({ id: newId(), text });
  const nodes = drawNodes(unit, newId);
  const rate = (count: number, of: number) => Math.round((count / of) * 10_000) / 100;
  const closing = poor.opening - poor.decrease;
  return {
    ...emptyPlan(
      `Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững năm ${year} trên địa bàn ${nameInSentence(unit.name)}`,
    ),
    grounds: [
      row(
        'Căn cứ Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ phê duyệt Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025',
      ),
      row(
        'Căn cứ Thông tư số 10/2022/TT-BLĐTBXH ngày 31/5/2022 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội hướng dẫn giám sát, đánh giá thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025',
      ),
      ...(unit.above === null
        ? []
        : [
            row(
              `Thực hiện Kế hoạch số ${unit.above.reference} ngày ${shortDay(unit.above.day)} của Ủy ban nhân dân ${nameInSentence(unit.above.name)}`,
            ),
          ]),
    ],
    purposes: [row('Giảm nghèo đa chiều, bao trùm, bền vững, hạn chế tái nghèo và phát sinh nghèo')],
    requirements: [
      row('Phân công rõ cơ quan, người thực hiện, thời gian hoàn thành và kết quả của từng nhiệm vụ'),
    ],
    generalObjectives: [
      row(
        'Hỗ trợ người nghèo, hộ nghèo tiếp cận đầy đủ các dịch vụ xã hội cơ bản, nâng cao chất lượng cuộc sống',
      ),
    ],
    targets: [
      target(newId(), 'Tỷ lệ hộ nghèo', {
        indicator: 'poor',
        unit: '%',
        comparison: closing < poor.opening ? 'down-to' : 'at-most',
        baseline:
          closing < poor.opening ? (unit.rates?.opening ?? rate(poor.opening, households.opening)) : null,
        value: unit.rates?.closing ?? rate(closing, households.planned),
        base: households.planned,
      }),
      ...(poor.decrease === 0
        ? []
        : [
            target(newId(), 'hộ nghèo', {
              indicator: 'poor',
              unit: 'hộ',
              comparison: 'decrease-by',
              value: poor.decrease,
            }),
          ]),
      target(newId(), 'người thuộc hộ nghèo, hộ cận nghèo được hỗ trợ tham gia bảo hiểm y tế', {
        unit: '%',
        comparison: 'exactly',
        value: 100,
      }),
    ],
    nodes,
    money: drawMoney(unit, nodes, newId),
    solutions: [
      row('Đẩy mạnh tuyên truyền, khơi dậy ý chí tự lực vươn lên thoát nghèo của người dân'),
      row('Lồng ghép nguồn lực của các chương trình mục tiêu quốc gia trên địa bàn'),
    ],
    duties: drawDuties(unit, nodes, newId),
    deadlines: [
      {
        id: newId(),
        kind: 'quarter',
        who: BELOW[level],
        lowerUnits: true,
        recipient: bodyName,
        day: null,
        dayOfMonth: DUE[level].quarter,
      },
      ...(['half-year', 'year'] as const).map((kind) => ({
        id: newId(),
        kind,
        who: BELOW[level],
        lowerUnits: true,
        recipient: bodyName,
        day: `${year}-${kind === 'year' ? DUE[level].year : DUE[level].half}`,
        dayOfMonth: null,
      })),
      ...offices.slice(0, 1).map((who) => ({
        id: newId(),
        kind: 'year' as const,
        who,
        lowerUnits: false,
        recipient: bodyName,
        day: `${year}-${DUE[level].own}`,
        dayOfMonth: null,
      })),
    ],
  };
}

type Target = PlanContent['targets'][number];

const target = (
  id: string,
  words: string,
  own: Pick<Target, 'unit' | 'comparison' | 'value'> & Partial<Target>,
): Target => ({ indicator: null, baseline: null, upper: null, year: null, base: null, ...own, id, words });

function drawNodes({ level, year }: UnitToPlan, newId: () => string): PlanNode[] {
  const ids = new Map(NODES.map(({ code }) => [code, newId()]));
  const offices = OFFICES[level];
  return NODES.map((node) => ({
    id: ids.get(node.code) as string,
    code: node.code,
    label: node.label,
    name: node.name,
    parent: node.parent === undefined ? null : (ids.get(node.parent) as string),
    objective: node.objective ?? '',
    targetGroup: node.group ?? '',
    content: node.content ?? '',
    budget: '',
    lead: node.lead === undefined ? '' : (offices[node.lead] ?? ''),
    partners: node.lead === undefined || node.lead === 0 ? '' : offices[0],
    time: node.time === undefined ? '' : `${node.time} năm ${year}`,
    place: '',
  }));
}

function drawMoney({ poor }: UnitToPlan, nodes: readonly PlanNode[], newId: () => string): PlanMoney[] {
  return nodes.flatMap((node) => {
    const share = NODES.find(({ code }) => code === node.code)?.share;
    if (share === undefined) return [];
    const central = Math.max(5, Math.round(share * Math.max(poor.opening, 5)));
    const row = (source: 'central' | 'local', million: number): PlanMoney => ({
      id: newId(),
      node: node.id,
      source,
      kind: 'recurrent',
      dong: String(million * MILLION),
    });
    return [row('central', central), row('local', Math.max(1, Math.round(central * LOCAL_SHARE)))];
  });
}

function drawDuties(
  { level, year }: UnitToPlan,
  nodes: readonly PlanNode[],
  newId: () => string,
): PlanDuty[] {
  const offices = OFFICES[level];
  const duty = (owner: string, task: string, own: Partial<PlanDuty> = {}): PlanDuty => ({
    ...EMPTY_DUTY,
    ...own,
    id: newId(),
    owner,
    task,
  });
  const led = nodes
    .filter(({ lead }) => lead !== '')
    .map((node) =>
      duty(node.lead, `Chủ trì thực hiện ${fullLabel(nodes, node)}`, {
        node: node.id,
        partners: node.partners,
        due: `${year}-11-15`,
      }),
    );
  return [
    ...led,
    duty(offices[0], 'Tham mưu kiểm tra, giám sát kết quả thực hiện Chương trình trên địa bàn', {
      output: 'biên bản kiểm tra',
      due: `${year}-10-31`,
    }),
    duty(
      BELOW[level],
      level === 'commune'
        ? 'Vận động hộ nghèo đăng ký thoát nghèo, phân công người giúp đỡ từng hộ'
        : 'Xây dựng kế hoạch thực hiện Chương trình, kèm danh sách hộ nghèo, giải pháp hỗ trợ và người phụ trách từng hộ',
      {
        lowerUnits: true,
        output: level === 'commune' ? 'danh sách hộ đăng ký' : 'kế hoạch đã ban hành',
        due: `${year}-03-31`,
      },
    ),
    duty(
      `Ủy ban Mặt trận Tổ quốc Việt Nam ${level === 'province' ? 'tỉnh' : level === 'district' ? 'huyện' : 'xã'}`,
      'Vận động Quỹ "Vì người nghèo", giám sát việc thực hiện Chương trình',
      { period: 'thường xuyên' },
    ),
  ];
}

const PLAN_YEAR = 2024;
const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** The province, its districts and their communes with the figures of the published annex and their shares of it. */
export function unitsToPlan(communes: readonly CommunePlan[]): (UnitToPlan & { readonly code: string })[] {
  const name = 'Tỉnh Thừa Thiên Huế';
  const province = { name, reference: '01/KH-UBND', day: '2024-01-03' };
  const districts = DISTRICTS.map((district) => ({
    code: district.code,
    level: 'district' as const,
    name: district.name,
    above: province,
    year: PLAN_YEAR,
    households: { opening: district.households[2023], planned: district.households[2024] },
    poor: { opening: district.poor2023, decrease: district.poorReduction2024 },
  }));
  return [
    {
      code: '46',
      level: 'province',
      name,
      above: null,
      year: PLAN_YEAR,
      households: {
        opening: sum(districts, (one) => one.households.opening),
        planned: sum(districts, (one) => one.households.planned),
      },
      poor: {
        opening: sum(districts, (one) => one.poor.opening),
        decrease: sum(districts, (one) => one.poor.decrease),
      },
    },
    ...districts,
    ...communes.map((commune) => ({
      code: commune.code,
      level: 'commune' as const,
      name: commune.name,
      above: {
        name: DISTRICTS.find(({ code }) => code === commune.districtCode)?.name ?? '',
        reference: '01/KH-UBND',
        day: '2024-01-22',
      },
      year: PLAN_YEAR,
      households: {
        opening: sum(commune.villages, ({ households }) => households[2023]),
        planned: sum(commune.villages, ({ households }) => households[2024]),
      },
      poor: { opening: commune.poor2023, decrease: commune.poorReduction2024 },
    })),
  ];
}
