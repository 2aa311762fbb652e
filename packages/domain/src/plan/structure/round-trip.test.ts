import { describe, expect, it } from 'vitest';
import { composeDocument } from '../../document/compose-document.ts';
import { issuerOf } from '../../document/issuer.ts';
import { textOfDocument } from '../../document/text-of-document.ts';
import { readPlanDocument } from '../document/read-plan-document.ts';
import { composePlan } from './compose-plan.ts';
import { wholePlan, withoutIds } from './plan.test-support.ts';
import { proposePlan } from './propose-plan.ts';

const issuer = issuerOf(
  { level: 'commune', name: 'Xã Hương Phú', shortName: 'Hương Phú', above: 'Huyện Nam Đông' },
  'body',
);
const frame = {
  issuer,
  number: 21,
  symbol: 'KH-UBND',
  day: '2024-02-05',
  signatory: { name: 'Trần Văn Anh', position: 'Chủ tịch', authority: 'TM' as const },
  recipients: null,
  grounds: [],
  verification: null,
  electronic: false,
  demonstration: false,
};

const written = () =>
  textOfDocument(
    composeDocument(
      'composed',
      composePlan(wholePlan, {
        kind: 'annual',
        yearFrom: 2024,
        yearTo: 2024,
        programme: 'NTP-2021',
        bodyName: issuer.bodyName,
        annexes: [],
      }),
      frame,
    ),
  );

const ids = () => {
  let last = 0;
  return () => `x${++last}`;
};
const codes: Readonly<Record<string, string>> = {
  'Dự án 3': 'DA3',
  'Tiểu dự án 1': 'DA3.TDA1',
  'Dự án 6': 'DA6',
};

describe('a generated plan', () => {
  it('read back gives the same structure', () => {
    const text = written();
    const { content, years } = proposePlan(
      readPlanDocument(text),
      ids(),
      (node) => codes[node.label] ?? null,
    );
    expect(years).toEqual({ from: 2024, to: 2024 });
    expect(withoutIds(content)).toEqual(withoutIds(wholePlan));
  });
});

describe('grounds of a plan that was read', () => {
  const grounds = (...lines: string[]) =>
    proposePlan(
      readPlanDocument(['KẾ HOẠCH', ...lines, 'I. MỤC TIÊU'].join('\n\n')),
      ids(),
      () => null,
    ).content.grounds.map(({ text }) => text);

  it('keep a decision that was issued, and leave out what the plan says of itself', () => {
    expect(
      grounds(
        'Giảm nghèo năm 2024',
        'Thực hiện Quyết định số 03/QĐ-UBND ngày 10/01/2024 của UBND huyện về việc ban hành Kế hoạch hành động.',
        'Căn cứ Kế hoạch số 41/KH-UBND ngày 22/02/2024; Chủ tịch UBND huyện ban hành kế hoạch thực hiện như sau:',
      ),
    ).toEqual([
      'Thực hiện Quyết định số 03/QĐ-UBND ngày 10/01/2024 của UBND huyện về việc ban hành Kế hoạch hành động',
      'Căn cứ Kế hoạch số 41/KH-UBND ngày 22/02/2024',
    ]);
  });
});

describe('a plan of the programme of 2026–2035', () => {
  const field = (name: string) => `${name} của nội dung`;
  const node = (id: string, label: string, parent: string | null, own = false) => ({
    id,
    code: null,
    label,
    name: `Phần ${id}`,
    parent,
    objective: own ? field('Mục tiêu') : '',
    targetGroup: '',
    content: '',
    budget: own ? 'Theo phân bổ của Ủy ban nhân dân tỉnh' : '',
    lead: own ? 'Phòng Kinh tế' : '',
    partners: '',
    time: own ? 'Trong năm 2026' : '',
    place: '',
  });

  it('keeps components, sub-components and contents under each other', () => {
    const nodes = [
      node('n1', 'Hợp phần 1', null),
      node('n2', 'Nội dung thành phần 2', 'n1'),
      node('n3', 'Nội dung 14', 'n2', true),
      node('n4', 'Nội dung thành phần 3', 'n1', true),
      node('n5', 'Hợp phần 2', null),
      node('n6', 'Nội dung thành phần 1', 'n5', true),
    ];
    const plan = { ...wholePlan, nodes, money: [], duties: [], deadlines: [], annexes: [] };
    const around = { kind: 'annual', yearFrom: 2026, yearTo: 2026, programme: 'NTP-2026' } as const;
    const data = composePlan(plan, { ...around, bodyName: issuer.bodyName, annexes: [] });
    const text = textOfDocument(composeDocument('composed', data, { ...frame, day: '2026-02-05' }));
    const read = proposePlan(readPlanDocument(text), ids(), () => null).content.nodes;
    const named = (rows: typeof read) =>
      rows.map(({ label, parent }) => `${label} < ${rows.find(({ id }) => id === parent)?.label ?? ''}`);
    expect(named(read)).toEqual(named(nodes));
    expect(read.map(({ lead }) => lead)).toEqual(nodes.map(({ lead }) => lead));
  });
});
