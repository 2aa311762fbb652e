import type { ComposedData } from '../../document/document-data.ts';
import { pointLetter, roman } from '../../document/enumerate.ts';
import type { Annex, Block } from '../../document/official-document.ts';
import { startLower, startUpper } from '../../shared/phrase.ts';
import { writeNumberWords } from '../text/number-words.ts';
import {
  moneyOf,
  NODE_FIELDS,
  nodeDepth,
  type PlanContent,
  type PlanDuty,
  type PlanIdentity,
  type PlanLine,
  type PlanMoney,
  type PlanNode,
  sumOf,
} from './plan-structure.ts';
import {
  deadlineSentence,
  dongWords,
  dutySentence,
  FIELD_HEADINGS,
  fundWords,
  targetSentence,
} from './plan-words.ts';

type PlanAnnexPage = Omit<Annex, 'attached' | 'label'>;

export interface PlanAround extends PlanIdentity {
  /** `Ủy ban nhân dân xã Bằng Mạc`. */
  readonly bodyName: string;
  /** Annexes that are made from other data: targets of the units below, the list of households. */
  readonly annexes: readonly PlanAnnexPage[];
}

/** The plan as a document of the layout of NĐ 30/2020: what `readPlanDocument` reads back to the same structure. */
export function composePlan(content: PlanContent, around: PlanAround): ComposedData {
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    ['MỤC ĐÍCH, YÊU CẦU', purposes(content)],
    ['MỤC TIÊU', objectives(content)],
    ['NỘI DUNG THỰC HIỆN', nodes(content, around.yearFrom)],
    ['KINH PHÍ THỰC HIỆN', budget(content, around.yearFrom)],
    ['GIẢI PHÁP CHỦ YẾU', numberedLines(content.solutions)],
    ['PHÂN CÔNG TỔ CHỨC THỰC HIỆN', dutyBlocks(content.duties)],
    ['CHẾ ĐỘ THÔNG TIN, BÁO CÁO', items(content.deadlines.map(deadlineSentence))],
  ];
  const written = parts.filter(([, blocks]) => blocks.length > 0);
  const subject = startLower(content.subject.replace(/[\s.]+$/u, ''));
  return {
    type: 'KH',
    subject: content.subject,
    grounds: content.grounds.map(({ text }) => text),
    content: [
      paragraph(`${around.bodyName} ban hành Kế hoạch ${subject}, với các nội dung sau:`),
      ...written.flatMap(([title, blocks], at): Block[] => [
        { kind: 'outline', level: 1, mark: `${roman(at + 1)}.`, text: title, title: true },
        ...blocks,
      ]),
      paragraph(
        `Trên đây là Kế hoạch ${subject}; yêu cầu các cơ quan, đơn vị, cá nhân được giao nhiệm vụ tổ chức thực hiện.`,
      ),
    ],
    annexes: [...around.annexes, ...content.annexes.map(annexPage)],
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const title = (level: 2 | 3, mark: string, text: string): Block => ({
  kind: 'outline',
  level,
  mark,
  text,
  title: true,
});
const item = (text: string, last: boolean): Block => ({
  kind: 'outline',
  level: 4,
  mark: '-',
  text: text.replace(/[\s.;]+$/u, '') + (last ? '.' : ';'),
});
/** Lines of a list: each ends ";", the last ".". */
export const items = (texts: readonly string[]): Block[] =>
  texts.map((text, at) => item(text, at === texts.length - 1));

const ended = (text: string): string => `${text.replace(/[\s.;]+$/u, '')}.`;

const numberedLines = (lines: readonly PlanLine[]): Block[] =>
  lines.map(({ text }, at) => ({ kind: 'outline', level: 2, mark: `${at + 1}.`, text: ended(text) }));

function purposes({ purposes: aims, requirements }: PlanContent): Block[] {
  const groups = [
    ['Mục đích', aims],
    ['Yêu cầu', requirements],
  ] as const;
  return headed(groups.map(([name, lines]) => [name, items(lines.map(({ text }) => text))]));
}

function objectives({ generalObjectives, targets }: PlanContent): Block[] {
  return headed([
    ['Mục tiêu chung', generalObjectives.map(({ text }) => paragraph(ended(text)))],
    ['Mục tiêu cụ thể', items(targets.map(targetSentence))],
  ]);
}

function headed(groups: readonly (readonly [string, readonly Block[]])[]): Block[] {
  return groups
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([name, blocks], at) => [title(2, `${at + 1}.`, name), ...blocks]);
}

function nodes(content: PlanContent, year: number): Block[] {
  const counts = new Map<string | null, number>();
  const numbers = new Map<string, string>();
  return content.nodes.flatMap((node): Block[] => {
    const place = (counts.get(node.parent) ?? 0) + 1;
    counts.set(node.parent, place);
    const above = node.parent === null ? undefined : numbers.get(node.parent);
    const number = above === undefined ? `${place}` : `${above}.${place}`;
    numbers.set(node.id, number);
    const level = nodeDepth(content.nodes, node) === 0 ? 2 : 3;
    return [title(level, `${number}.`, `${node.label}: ${node.name}`), ...fieldBlocks(content, node, year)];
  });
}

function fieldBlocks(content: PlanContent, node: PlanNode, year: number): Block[] {
  const texts = NODE_FIELDS.map(
    (field) => [field, field === 'budget' ? budgetWords(content, node, year) : node[field].trim()] as const,
  ).filter(([, text]) => text !== '');
  return texts.flatMap(([field, text], at): Block[] => {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const head = `${FIELD_HEADINGS[field]}:`;
    const block = (words: string): Block => ({
      kind: 'outline',
      level: 3,
      mark: `${pointLetter(at)})`,
      text: words,
    });
    return lines.length === 1
      ? [block(`${head} ${ended(lines[0] as string)}`)]
      : [block(head), ...items(lines)];
  });
}

/** The amounts of a node; its own words when it has none yet. */
function budgetWords(content: PlanContent, node: PlanNode, year: number): string {
  const rows = moneyOf(content, node.id);
  if (rows.length === 0) return node.budget.trim();
  return amountsOf(rows, year);
}

function amountsOf(rows: readonly PlanMoney[], year: number): string {
  const parts = rows.map((row) => `${fundWords(row, year)} ${dongWords(BigInt(row.dong))}`.trim());
  return parts.length === 1 ? `${parts[0]}` : `${dongWords(sumOf(rows))}, gồm: ${parts.join('; ')}`;
}

/** The sum by source and kind; money of no node is named apart. */
function budget(content: PlanContent, year: number): Block[] {
  if (content.money.length === 0) return [];
  const total = sumOf(content.money);
  const funds = new Map<string, bigint>();
  for (const row of content.money) {
    const words = fundWords(row, year);
    funds.set(words, (funds.get(words) ?? 0n) + BigInt(row.dong));
  }
  const other = moneyOf(content, null);
  return [
    paragraph(
      `Tổng kinh phí thực hiện Kế hoạch: ${dongWords(total)} (bằng chữ: ${startUpper(writeNumberWords(total))} đồng), gồm:`,
    ),
    ...items(
      [...funds].map(
        ([words, dong]) => `${words === '' ? 'Chưa xác định nguồn' : startUpper(words)}: ${dongWords(dong)}`,
      ),
    ),
    ...(other.length === 0
      ? []
      : [paragraph(`Kinh phí ngoài các dự án nêu tại phần nội dung: ${amountsOf(other, year)}.`)]),
  ];
}

/** Duties under the name of who answers for them, in the order of first naming. */
function dutyBlocks(duties: readonly PlanDuty[]): Block[] {
  const owners = [...new Set(duties.map(({ owner }) => owner))];
  return owners.flatMap((owner, at) => [
    title(2, `${at + 1}.`, owner),
    ...items(duties.filter((duty) => duty.owner === owner).map(dutySentence)),
  ]);
}

const LONGEST_COLUMN = 40;

/** As wide as its longest cell asks, within bounds, so that a number does not take a name's room. */
const columnWidth = (label: string, rows: readonly (readonly string[])[], at: number): number =>
  Math.min(LONGEST_COLUMN, Math.max(5, label.length / 2, ...rows.map((cells) => cells[at]?.length ?? 0)));

const annexPage = ({ title: name, columns, rows }: PlanContent['annexes'][number]): PlanAnnexPage => ({
  title: name,
  landscape: columns.length > 6,
  body: [
    {
      kind: 'table',
      table: {
        columns: columns.map((label, at) => ({ label, width: columnWidth(label, rows, at) })),
        rows: rows.map((cells) => ({ cells })),
      },
    },
  ],
});
