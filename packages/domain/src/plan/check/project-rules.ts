import type { TextSpan } from '../document/source-place.ts';
import { type CheckContext, type ReadParagraph, spanIn } from './check-context.ts';
import type { Fault, Rule } from './rule.ts';

type Field = 'lead' | 'money' | 'time';

/** A project or sub-project a document describes under a heading of its own. */
interface Described {
  /** "3" or "3.1": project, and sub-project within it. */
  readonly key: string;
  readonly label: string;
  readonly span: TextSpan;
  readonly fields: ReadonlySet<Field>;
  readonly group: boolean;
}

const HEADING =
  /^(?:[IVX]+\s?[./-]\s*|\d{1,2}(?:\.\d{1,2})*[.)/-]?\s*|\p{Ll}[.)/-]\s*|-\s*)?(Tiểu dự án|Dự án)\s+(\d{1,2})(?:\s*(?:thuộc|của)\s+Dự án\s+(\d{1,2}))?\s*[.:(–-]/iu;
const FIELDS: readonly (readonly [Field, RegExp])[] = [
  [
    'lead',
    /(?:cơ quan|đơn vị)\s+chủ trì|(?:^|[-+);]\s*)chủ trì(?: thực hiện)?\s*:|phân công thực hiện|chủ trì thực hiện|(?:sở|ban|phòng|công chức|UBND)[^.;:]{0,60}chủ trì/iu,
  ],
  ['money', /kinh phí|nguồn vốn|tổng vốn|triệu đồng|tỷ đồng/iu],
  ['time', /thời gian|tiến độ|hoàn thành (?:trong|trước|quý)/iu],
];

function fieldsIn(paragraphs: readonly ReadParagraph[]): Set<Field> {
  const found = new Set<Field>();
  for (const [field, pattern] of FIELDS)
    if (paragraphs.some(({ text }) => pattern.test(text.slice(0, 400)))) found.add(field);
  return found;
}

const known = new WeakMap<CheckContext, readonly Described[]>();

function describedIn(context: CheckContext): readonly Described[] {
  const before = known.get(context);
  if (before !== undefined) return before;
  const starts: { at: number; key: string; label: string; project: boolean }[] = [];
  let project = '';
  for (const [at, read] of context.paragraphs.entries()) {
    if (read.paragraph.kind === 'cell' || read.paragraph.annex !== null) continue;
    const match = HEADING.exec(read.text);
    // A line of the budget ("Dự án 1: 5.000 triệu đồng") describes nothing, unless it names the lead as well.
    const isBudget = read.money.length > 0 && !/;\s*chủ trì/iu.test(read.text);
    if (match === null || read.text.length > 400 || isBudget) continue;
    const sub = /^tiểu/iu.test(match[1]!);
    if (!sub) project = match[2]!;
    const key = sub ? `${match[3] ?? project}.${match[2]}` : match[2]!;
    starts.push({ at, key, label: `${match[1]} ${match[2]}`, project: !sub });
  }
  const found = starts.map(({ at, key, label, project: isProject }, place): Described => {
    const next = starts[place + 1]?.at ?? endOfSection(context, at);
    const body = context.paragraphs.slice(at, Math.min(next, at + 80));
    const group = isProject && starts[place + 1]?.key.startsWith(`${key}.`) === true;
    return {
      key,
      label,
      span: spanIn(context.paragraphs[at]!, { start: 0, end: context.paragraphs[at]!.text.length }),
      fields: fieldsIn(body),
      group,
    };
  });
  known.set(context, found);
  return found;
}

function endOfSection(context: CheckContext, at: number): number {
  const next = context.paragraphs.findIndex(
    ({ text }, each) => each > at && /^[IVX]+\s?[./)-]\s/u.test(text),
  );
  return next < 0 ? context.paragraphs.length : next;
}

const NAMES: Readonly<Record<Field, { vi: string; en: string }>> = {
  lead: { vi: 'cơ quan chủ trì', en: 'lead body' },
  money: { vi: 'kinh phí', en: 'money' },
  time: { vi: 'thời gian', en: 'time' },
};

/** A described project lacks what the document gives for the others; what no project has is only an information. */
function incomplete(context: CheckContext): Fault[] {
  const described = describedIn(context).filter(({ group, fields }) => !(group && fields.size === 0));
  const leaves = described.filter(({ group }) => !group);
  const faults: Fault[] = [];
  for (const each of leaves) {
    const parent = described.find(({ key, group }) => group && each.key.startsWith(`${key}.`));
    const missing = (['lead', 'money', 'time'] as const).filter(
      (field) => !each.fields.has(field) && parent?.fields.has(field) !== true,
    );
    const unusual = missing.filter((field) => {
      const others = leaves.filter(({ fields }) => fields.has(field)).length;
      return (
        leaves.length >= 2 &&
        others >= Math.max(1, Math.min(leaves.length - 1, Math.ceil((leaves.length - 1) * 0.75)))
      );
    });
    if (missing.length > 0) faults.push(incompleteFault(each, missing, unusual));
  }
  return faults;
}

function incompleteFault(each: Described, missing: readonly Field[], unusual: readonly Field[]): Fault {
  const named = unusual.length > 0 ? unusual : missing;
  const [vi, en] = [
    named.map((field) => NAMES[field].vi).join(', '),
    named.map((field) => NAMES[field].en).join(', '),
  ];
  const others = unusual.length > 0;
  return {
    severity: others ? 'warning' : 'info',
    span: each.span,
    message: {
      vi: `${each.label} không ghi ${vi}${others ? ', các dự án khác đều ghi' : ''}. Bổ sung, hoặc nêu rõ ghi ở phần nào.`,
      en: `${each.label} names no ${en}${others ? ', while the other projects do' : ''}. Add it, or say where it stands.`,
    },
  };
}

const ASSIGNED =
  /(?<!\p{L})(?:Tiểu\s+dự\s+án\s+(\d{1,2})\s*,?\s*(?:thuộc|của)\s+Dự\s+án\s+(\d{1,2})|(?<!Tiểu\s)Dự\s+án\s+(\d{1,2}))(?!\d)/giu;
const ORGANISING = /tổ chức thực hiện|phân công/iu;

/** A project given to an agency in a document that describes projects, but not this one. */
function undescribed(context: CheckContext): Fault[] {
  const described = new Set(describedIn(context).flatMap(({ key }) => [key, key.split('.')[0]!]));
  if (described.size === 0 || !describedIn(context).some(({ fields }) => fields.size > 0)) return [];
  const from = organisingFrom(context);
  const said = new Set<string>();
  const faults: Fault[] = [];
  for (const read of context.paragraphs.slice(from)) {
    if (read.paragraph.kind === 'cell' || read.paragraph.annex !== null || /^Trên đây là/u.test(read.text))
      continue;
    for (const match of read.text.matchAll(ASSIGNED)) {
      const key = match[1] === undefined ? match[3]! : `${match[2]}.${match[1]}`;
      if (described.has(key) || said.has(key) || (key.includes('.') && !hasSubProjects(described, key)))
        continue;
      said.add(key);
      faults.push({
        span: spanIn(read, { start: match.index, end: match.index + match[0].length }),
        message: {
          vi: `“${match[0]}” được giao thực hiện nhưng kế hoạch không có phần nội dung nào về dự án này. Bổ sung nội dung, hoặc xem lại số dự án.`,
          en: `"${match[0]}" is assigned, but the plan has no part on it. Describe it, or look at its number.`,
        },
      });
    }
  }
  return faults;
}

/** A sub-project is missed only where its project is described by sub-projects, or not at all. */
function hasSubProjects(described: ReadonlySet<string>, key: string): boolean {
  const project = key.split('.')[0]!;
  return !described.has(project) || [...described].some((each) => each.startsWith(`${project}.`));
}

function organisingFrom({ document, paragraphs }: CheckContext): number {
  const section = document.sections.find(
    ({ title, depth }) => depth <= 2 && title.length < 80 && ORGANISING.test(title),
  );
  if (section === undefined) return paragraphs.length;
  const at = paragraphs.findIndex(({ index }) => index >= section.firstParagraph);
  return at < 0 ? paragraphs.length : at;
}

export const projectRules: readonly Rule[] = [
  {
    id: 'project.undescribed',
    severity: 'warning',
    title: { vi: 'Dự án được giao nhưng không có nội dung', en: 'A project is assigned but not described' },
    find: undescribed,
  },
  {
    id: 'project.incomplete',
    severity: 'warning',
    title: {
      vi: 'Dự án thiếu cơ quan chủ trì, kinh phí hoặc thời gian',
      en: 'A project without lead, money or time',
    },
    find: incomplete,
  },
];
