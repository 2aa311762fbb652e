import { EMPTY_DUTY, EMPTY_NODE, type PlanContent } from './plan-structure.ts';

/** A plan that has something in every part. */
export const wholePlan: PlanContent = {
  subject: 'Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững năm 2024 trên địa bàn xã Hương Phú',
  grounds: [
    {
      id: 'g1',
      text: 'Căn cứ Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ phê duyệt Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025',
    },
    { id: 'g2', text: 'Thực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2024 của Ủy ban nhân dân huyện Nam Đông' },
  ],
  purposes: [{ id: 'p1', text: 'Giảm nghèo đa chiều, bao trùm, bền vững, hạn chế tái nghèo' }],
  requirements: [{ id: 'r1', text: 'Phân công rõ cơ quan, người thực hiện và thời gian hoàn thành' }],
  generalObjectives: [{ id: 'o1', text: 'Hỗ trợ hộ nghèo tiếp cận các dịch vụ xã hội cơ bản' }],
  targets: [
    {
      id: 't1',
      indicator: 'poor',
      words: 'Tỷ lệ hộ nghèo',
      unit: '%',
      baseline: 2.69,
      value: 2.1,
      upper: null,
      comparison: 'down-to',
      year: null,
      base: 1238,
    },
    {
      id: 't2',
      indicator: null,
      words: 'hộ nghèo',
      unit: 'hộ',
      baseline: null,
      value: 12,
      upper: null,
      comparison: 'decrease-by',
      year: null,
      base: null,
    },
    {
      id: 't3',
      indicator: null,
      words: 'người thuộc hộ nghèo, hộ cận nghèo được cấp thẻ bảo hiểm y tế',
      unit: '%',
      baseline: null,
      value: 100,
      upper: null,
      comparison: 'exactly',
      year: null,
      base: null,
    },
  ],
  nodes: [
    {
      ...EMPTY_NODE,
      id: 'n1',
      code: 'DA3',
      label: 'Dự án 3',
      name: 'Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng',
    },
    {
      ...EMPTY_NODE,
      id: 'n2',
      code: 'DA3.TDA1',
      label: 'Tiểu dự án 1',
      name: 'Hỗ trợ phát triển sản xuất trong lĩnh vực nông nghiệp',
      parent: 'n1',
      objective: 'Nâng cao năng lực sản xuất nông nghiệp của hộ nghèo',
      targetGroup: 'Hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo',
      content: 'Tập huấn kỹ thuật chăn nuôi\nCung cấp con giống và thuốc thú y',
      lead: 'Công chức Địa chính - Nông nghiệp',
      partners: 'Hội Nông dân xã',
      time: 'Trong năm 2024',
      place: 'Các thôn trên địa bàn xã',
    },
    {
      ...EMPTY_NODE,
      id: 'n3',
      code: 'DA6',
      label: 'Dự án 6',
      name: 'Truyền thông và giảm nghèo về thông tin',
      objective: 'Nâng cao nhận thức về giảm nghèo đa chiều',
      targetGroup: 'Người dân trên địa bàn xã',
      content: 'Viết tin, bài trên hệ thống truyền thanh xã',
      budget: 'Theo phân bổ của Ủy ban nhân dân huyện',
      lead: 'Công chức Văn hóa - Xã hội',
      time: 'Hoàn thành trong quý IV năm 2024',
    },
  ],
  money: [
    { id: 'm1', node: 'n2', source: 'central', kind: 'recurrent', dong: '230000000' },
    { id: 'm2', node: 'n2', source: 'local', kind: 'recurrent', dong: '6000000' },
    { id: 'm3', node: null, source: 'mobilised', kind: null, dong: '50000000' },
  ],
  solutions: [{ id: 's1', text: 'Lồng ghép các nguồn lực của các chương trình mục tiêu quốc gia' }],
  duties: [
    {
      ...EMPTY_DUTY,
      id: 'd1',
      node: 'n2',
      owner: 'Công chức Địa chính - Nông nghiệp',
      task: 'Chủ trì thực hiện Tiểu dự án 1 thuộc Dự án 3',
      partners: 'Hội Nông dân xã',
      output: 'danh sách hộ được hỗ trợ',
      due: '2024-09-30',
      evidence: 'biên bản nghiệm thu',
    },
    {
      ...EMPTY_DUTY,
      id: 'd2',
      owner: 'Công chức Văn hóa - Xã hội',
      task: 'Tham mưu tổ chức rà soát hộ nghèo, hộ cận nghèo',
      period: 'thường xuyên',
    },
    {
      ...EMPTY_DUTY,
      id: 'd3',
      owner: 'Các thôn',
      lowerUnits: true,
      task: 'Vận động hộ nghèo đăng ký thoát nghèo',
      due: '2024-06-30',
    },
  ],
  deadlines: [
    {
      id: 'b1',
      kind: 'quarter',
      who: 'Các thôn',
      lowerUnits: true,
      recipient: 'Ủy ban nhân dân xã',
      day: null,
      dayOfMonth: 10,
    },
    {
      id: 'b2',
      kind: 'half-year',
      who: 'Các thôn',
      lowerUnits: true,
      recipient: 'Ủy ban nhân dân xã',
      day: '2024-06-15',
      dayOfMonth: null,
    },
    {
      id: 'b3',
      kind: 'year',
      who: 'Công chức Văn hóa - Xã hội',
      lowerUnits: false,
      recipient: 'Ủy ban nhân dân huyện',
      day: '2024-12-05',
      dayOfMonth: null,
    },
  ],
  annexes: [
    {
      id: 'a1',
      title: 'Phân bổ kinh phí hỗ trợ sản xuất cho các thôn',
      columns: ['STT', 'Thôn', 'Kinh phí (triệu đồng)'],
      rows: [
        ['1', 'Thôn Phú Nhuận', '120'],
        ['2', 'Thôn Đa Phú', '116'],
        ['', 'Tổng cộng', '236'],
      ],
    },
  ],
  leftOut: [],
};

/** A document names each owner once, with all its duties under it. */
const byOwner = (duties: PlanContent['duties']): PlanContent['duties'] =>
  [...new Set(duties.map(({ owner }) => owner))].flatMap((owner) =>
    duties.filter((duty) => duty.owner === owner),
  );

/** The same plan with other ids, so that plans are compared by what they say. */
export function withoutIds(content: PlanContent): unknown {
  const names = new Map<string, string>();
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? id));
  const numbered = <Row extends { readonly id: string }>(letter: string, rows: readonly Row[]) =>
    rows.map((row, at) => {
      names.set(row.id, `${letter}${at + 1}`);
      return { ...row, id: `${letter}${at + 1}` };
    });
  const nodes = numbered('n', content.nodes).map((node) => ({ ...node, parent: name(node.parent) }));
  return {
    ...content,
    grounds: numbered('g', content.grounds),
    purposes: numbered('p', content.purposes),
    requirements: numbered('r', content.requirements),
    generalObjectives: numbered('o', content.generalObjectives),
    // What a document cannot say: which indicator of the cascade it is; a base only where there is a rate.
    targets: numbered('t', content.targets).map((row) => ({
      ...row,
      indicator: null,
      base: row.unit === '%' ? row.base : null,
    })),
    nodes,
    money: numbered('m', content.money).map((row) => ({ ...row, node: name(row.node) })),
    solutions: numbered('s', content.solutions),
    duties: numbered('d', byOwner(content.duties)).map((row) => ({
      ...row,
      node: name(row.node),
      answers: [],
    })),
    deadlines: numbered('b', content.deadlines),
    annexes: numbered('a', content.annexes).map((row) => ({
      ...row,
      title: row.title.toLocaleUpperCase('vi'),
    })),
    leftOut: [],
  };
}
