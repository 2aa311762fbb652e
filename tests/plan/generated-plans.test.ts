import { beforeAll, describe, expect, test } from 'vitest';
import { shippedCommunes } from '../../apps/server/src/demonstration/demonstration.test-support.ts';
import {
  drawPlan,
  type UnitToPlan,
  unitsToPlan,
} from '../../apps/server/src/demonstration/demonstration-plan.ts';
import { planDemonstration } from '../../apps/server/src/demonstration/generate-demonstration.ts';
import { renderDocx } from '../../apps/server/src/document/render/render-docx.ts';
import { renderPdf } from '../../apps/server/src/document/render/render-pdf.ts';
import { readSource } from '../../apps/server/src/plan/files/read-source.ts';
import { composeDocument } from '../../packages/domain/src/document/compose-document.ts';
import type { ComposedData } from '../../packages/domain/src/document/document-data.ts';
import { issuerOf } from '../../packages/domain/src/document/issuer.ts';
import type { OfficialDocument } from '../../packages/domain/src/document/official-document.ts';
import { textOfDocument } from '../../packages/domain/src/document/text-of-document.ts';
import { readPlanDocument } from '../../packages/domain/src/plan/document/read-plan-document.ts';
import { checkPlanStructure } from '../../packages/domain/src/plan/structure/check-plan-structure.ts';
import {
  composeAssignment,
  composeDutyList,
} from '../../packages/domain/src/plan/structure/compose-duties.ts';
import { composeHouseholdAnnex } from '../../packages/domain/src/plan/structure/compose-household-annex.ts';
import { composePlan } from '../../packages/domain/src/plan/structure/compose-plan.ts';
import { composeTargetAnnex } from '../../packages/domain/src/plan/structure/compose-target-annex.ts';
import { withoutIds } from '../../packages/domain/src/plan/structure/plan.test-support.ts';
import type { PlanContent } from '../../packages/domain/src/plan/structure/plan-structure.ts';
import { codeOfRead } from '../../packages/domain/src/plan/structure/programme-code.ts';
import { proposePlan } from '../../packages/domain/src/plan/structure/propose-plan.ts';
import { packageLibrary } from '../../packages/regulations/src/read-package.test-support.ts';
import { checkText } from './check-text.ts';

const ids = () => {
  let last = 0;
  return () => `x${++last}`;
};
const tree = packageLibrary.programmeTrees.find(({ id }) => id === 'NTP-2021')!;
const annual = { kind: 'annual', yearFrom: 2024, yearTo: 2024, programme: tree.id } as const;

/** The unit's own line and two below it, whose counts add up and whose rates are of their own bases. */
function targetAnnex({ name, poor, households: { opening, planned } }: UnitToPlan) {
  const closing = poor.opening - poor.decrease;
  const half = (count: number) => [count, Math.floor(count / 2), Math.ceil(count / 2)] as const;
  const lines = half(poor.opening).map((count, at) => ({
    name: [name, 'Thôn Một', 'Thôn Hai'][at] as string,
    line: {
      comparison: 'down-to' as const,
      opening: { count, base: half(opening)[at] as number, rate: null },
      planned: { count: half(closing)[at] as number, base: half(planned)[at] as number, rate: null },
    },
  }));
  const called = { vi: 'Hộ nghèo', en: 'Poor households' };
  const indicator = { code: 'poor', kind: 'stock', unit: 'households', name: called } as const;
  return composeTargetAnnex({ indicator, lines }, 2024);
}
const households = composeHouseholdAnnex(
  ['Nguyễn Thị Ẩn', 'Hồ Văn Lanh'].map((head) => ({
    head,
    village: 'Thôn Một',
    solution: 'Hỗ trợ bò giống sinh sản; sửa nhà tiêu',
    inCharge: 'Hội Phụ nữ',
  })),
);

function layOut(one: UnitToPlan) {
  const content = drawPlan(one, ids());
  const shortName = one.name.replace(/^(?:Thành phố|Thị xã|Thị trấn|Huyện|Tỉnh|Phường|Xã) /u, '');
  const issuer = issuerOf(
    { level: one.level, name: one.name, shortName, above: one.above?.name ?? null },
    'body',
  );
  const { bodyName } = issuer;
  const compose = (symbol: string, data: ComposedData): OfficialDocument =>
    composeDocument('composed', data, {
      issuer,
      number: 21,
      symbol,
      day: '2024-02-05',
      signatory: { name: 'Trần Văn Anh', position: 'Chủ tịch', authority: 'TM' },
      recipients: null,
      grounds: [],
      verification: null,
      electronic: false,
      demonstration: false,
    });
  const targets = targetAnnex(one);
  const around = { ...annual, bodyName, annexes: [targets, households] };
  const document = compose('KH-UBND', composePlan(content, around));
  const [block] = targets.body;
  const table = block?.kind === 'table' ? block.table : null;
  const annex = {
    id: '',
    title: targets.title,
    columns: (table?.columns ?? []).map(({ label }) => label),
    rows: (table?.rows ?? []).map(({ cells }) => [...cells]),
  };
  return { content: { ...content, annexes: [annex, ...content.annexes] }, document, compose, bodyName };
}

function readBack(text: string) {
  const document = readPlanDocument(text);
  const read = proposePlan(document, ids(), (node, nodes) => codeOfRead(tree, node, nodes));
  return { document, content: read.content, years: read.years, people: read.annexesWithPeople };
}

/** What stands around the plan's own parts: bodies, number, day, subject, years, to whom it goes, who signs. */
const frameOf = ({ document: { head, recipients, signer }, years }: ReturnType<typeof readBack>) => ({
  bodies: [head.superiorBody?.text ?? null, head.issuingBody?.text],
  number: head.number?.text,
  place: head.place?.text,
  day: head.date?.day,
  subject: head.subject?.text,
  years,
  recipients: recipients.map(({ text }) => text),
  signer: [signer?.authority?.text, signer?.title?.text, signer?.name?.text],
});

/** The same as the document was made with. */
const frameOfDocument = (document: OfficialDocument, { subject }: PlanContent) => ({
  bodies: [document.superior, document.body.join(' ')],
  number: '21/KH-UBND',
  place: document.placeAndDay.split(',')[0],
  day: '2024-02-05',
  subject,
  years: { from: 2024, to: 2024 },
  recipients: document.recipients.map((line) => line.replace(/[;.]$/u, '')),
  signer: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Trần Văn Anh'],
});

const MADE = { createdAt: '2024-02-05T02:00:00.000Z' };

let units: ReturnType<typeof unitsToPlan>;
beforeAll(() => {
  units = unitsToPlan(planDemonstration(shippedCommunes()).communes);
});

describe('plans generated for every unit of the demonstration', () => {
  test('read back as the same structure, without a finding of the checker or of the structure', () => {
    expect(units.length).toBe(151);
    for (const unit of units) {
      const { content, document } = layOut(unit);
      const text = textOfDocument(document);
      expect(checkPlanStructure(content, { ...annual, superiorReports: [] }), unit.name).toEqual([]);
      expect(checkText(text), unit.name).toEqual([]);
      const read = readBack(text);
      expect(withoutIds(read.content), unit.name).toEqual(withoutIds(content));
      expect(frameOf(read), unit.name).toEqual(frameOfDocument(document, content));
      expect(read.people).toHaveLength(1);
    }
  });

  test('the decision on duties and the duty list of an agency read back without a finding', () => {
    const { content, compose, bodyName } = layOut(units.at(-1)!);
    const paper = { bodyName, reference: '21/KH-UBND', issuedOn: '2024-02-05' };
    const [first] = content.duties;
    const decision = textOfDocument(compose('QĐ-UBND', composeAssignment(content, paper)));
    const list = textOfDocument(
      compose('TB-UBND', composeDutyList(content, { ...paper, owner: first!.owner })),
    );
    expect(checkText(decision)).toEqual([]);
    expect(checkText(list)).toEqual([]);
    const read = readPlanDocument(decision);
    expect(read.signer?.title?.text).toBe('CHỦ TỊCH');
    expect(read.paragraphs.find(({ text }) => text === 'Nơi nhận:')?.kind).toBe('closing');
    expect(checkText(decision.replace('./.', '.')).map(({ rule }) => rule)).toEqual(['closing.mark']);
    expect(list).toContain(first!.task);
  });

  const ofEachLevel = () =>
    (['province', 'district', 'commune'] as const).map(
      (level) => units.findLast((unit) => unit.level === level)!,
    );

  test.each([
    ['DOCX', (document: OfficialDocument) => renderDocx(document, MADE)],
    ['PDF', (document: OfficialDocument) => renderPdf(document, MADE)],
  ] as const)('also as %s, one of each level', async (_format, render) => {
    for (const unit of ofEachLevel()) {
      const { content, document } = layOut(unit);
      const { text } = await readSource(Buffer.from(await render(document)), 400_000);
      expect(checkText(text), unit.name).toEqual([]);
      const read = readBack(text);
      expect(withoutIds(read.content), unit.name).toEqual(withoutIds(content));
      expect(frameOf(read), unit.name).toEqual(frameOfDocument(document, content));
    }
  });
});
