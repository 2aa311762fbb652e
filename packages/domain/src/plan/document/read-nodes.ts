import { fold } from './fold.ts';
import { levelOf, wordsStart } from './list-level.ts';
import type { Paragraph } from './paragraph.ts';
import { speaks } from './paragraph-tokens.ts';
import type { NodeField, NodeReference, ProgrammeNode, Section, Written } from './plan-document.ts';

type Kind = ProgrammeNode['kind'];

const LABEL =
  /^(tiểu dự án|dự án|tiểu hợp phần|hợp phần|nội dung(?: thành phần)?)\s+(?:số\s+|thứ\s+)?(\d{1,2}|nhất|hai|ba)(?!\d|%|\.\d)/iu;
const LABEL_AT_END = /\(\s*(?:thuộc\s+)?(tiểu dự án|dự án)\s+(\d{1,2})(?:[^()]*)\)\s*[.:]?$/iu;
const OF_PROJECT = /^[\s,–-]*(?:\(?\s*(?:thuộc|của)\s+)?dự án\s+(\d{1,2})\)?/iu;
const REFERENCE =
  /(tiểu dự án)\s+(\d{1,2})(?:[\s,]*(?:\(?\s*(?:thuộc|của))?\s*dự án\s+(\d{1,2}))?|(?<!ti[êểe]u\s)(dự án)\s+(\d{1,2})/giu;
const LONGEST_NODE = 330;
const NUMBER_WORDS: Readonly<Record<string, string>> = { nhất: '1', hai: '2', ba: '3' };

const FIELDS: readonly (readonly [RegExp, NodeField])[] = [
  [/^muc tieu(?: cu the| chung)?(?=\s*[:.]|\s*$)/u, 'objective'],
  [/^(?:doi tuong(?: ho tro| thu huong| thuc hien)?|thanh phan)(?=\s*[:.]|\s*$)/u, 'target-group'],
  [/^noi dung(?: ho tro| thuc hien| hoat dong| giam sat, danh gia)?(?=\s*[:.]|\s*$)/u, 'content'],
  [
    /^(?:tong )?(?:kinh phi(?: thuc hien)?|nguon von|nguon kinh phi|von thuc hien|du toan)(?=\s*[:.]|\s*$)/u,
    'budget',
  ],
  [
    /^(?:(?:co quan|don vi) )?(?:chu tri(?: thuc hien)?|phu trach)(?=\s*[:.]|\s*$)|^(?:phan cong|co quan|don vi) thuc hien(?=\s*[:.]|\s*$)|^phan cong(?=\s*[:.])/u,
    'lead',
  ],
  [/^(?:(?:co quan|don vi) )?phoi hop(?: thuc hien)?(?=\s*[:.]|\s*$)/u, 'partners'],
  [/^thoi gian(?: thuc hien| hoan thanh| trien khai| kiem tra)?(?=\s*[:.]|\s*$)/u, 'time'],
  [/^(?:dia diem|dia ban|pham vi)(?: thuc hien| trien khai)?(?=\s*[:.]|\s*$)/u, 'place'],
];

interface Label {
  readonly kind: Kind;
  readonly number: string;
  readonly projectNumber: string | null;
  readonly label: string;
  readonly name: string;
}

const kindOf = (words: string): Kind => {
  const plain = fold(words);
  if (plain.startsWith('tieu du an')) return 'sub-project';
  if (plain.startsWith('du an')) return 'project';
  return plain.startsWith('hop phan') ? 'component' : 'content';
};

const nameAfter = (text: string): string =>
  (partsOf(text)[0]?.text ?? '').replace(/^[\s.:–-]+/u, '').replace(/[.:;\s]+$/u, '');

/** "…; chủ trì: Sở Y tế; kinh phí: 12.700 triệu đồng": the name, then fields set apart by semicolons. */
function partsOf(text: string): readonly { text: string; start: number; field: NodeField | null }[] {
  const parts: { text: string; start: number; field: NodeField | null }[] = [];
  for (const { 0: words, index } of text.matchAll(/[^;]+/gu)) {
    const start = index + (/^\s*/u.exec(words)?.[0].length ?? 0);
    const found = parts.length === 0 ? undefined : fieldIn(text.slice(start, index + words.length));
    const last = parts.at(-1);
    if (found !== undefined)
      parts.push({
        text: words
          .trim()
          .slice(found.length)
          .replace(/[.\s]+$/u, ''),
        start: start + found.length,
        field: found.field,
      });
    else if (last === undefined) parts.push({ text: words, start, field: null });
    else last.text = text.slice(last.start, index + words.length);
  }
  return parts;
}

function fieldsInLine(paragraph: Paragraph): ProgrammeNode['fields'] {
  const fields: Partial<Record<NodeField, Written>> = {};
  for (const { text, start, field } of partsOf(paragraph.text))
    if (field !== null)
      fields[field] = { text, span: { paragraph: paragraph.index, start, end: start + text.length } };
  return fields;
}

function labelOf(paragraph: Paragraph): Label | undefined {
  if (paragraph.kind === 'item' || paragraph.kind === 'cell' || paragraph.text.length > LONGEST_NODE)
    return undefined;
  const words = paragraph.text.slice(wordsStart(paragraph.text));
  const first = LABEL.exec(words);
  if (first !== null) {
    const [all, type = '', number = ''] = first;
    const rest = words.slice(all.length);
    const of = kindOf(type) === 'sub-project' ? OF_PROJECT.exec(rest) : null;
    const name = rest.slice(of?.[0].length ?? 0);
    if (!/^\s*[:.–-]/u.test(name) && paragraph.kind !== 'heading') return undefined;
    const plainNumber = NUMBER_WORDS[number.toLowerCase()] ?? String(Number(number));
    return {
      kind: kindOf(type),
      number: plainNumber,
      projectNumber: of?.[1] ?? null,
      label: all,
      name: nameAfter(name),
    };
  }
  const last = paragraph.kind === 'heading' ? LABEL_AT_END.exec(words) : null;
  if (last === null) return undefined;
  const [, type = '', number = ''] = last;
  const label = `${type} ${number}`;
  return {
    kind: kindOf(type),
    number,
    projectNumber: null,
    label,
    name: nameAfter(words.slice(0, last.index)),
  };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Projects and sub-projects a document describes, with the fields it gives for each. */
export function readNodes(
  paragraphs: readonly Paragraph[],
  sections: readonly Section[],
): readonly ProgrammeNode[] {
  const labels = paragraphs.flatMap((paragraph) => {
    const label = speaks(paragraph) && paragraph.annex === null ? labelOf(paragraph) : undefined;
    return label === undefined ? [] : [{ paragraph, label }];
  });
  const nodes: ProgrammeNode[] = [];
  for (const [at, { paragraph, label }] of labels.entries()) {
    const sectionEnd =
      paragraph.section === null ? paragraphs.length : (sections[paragraph.section]?.endParagraph ?? 0);
    const next = labels[at + 1]?.paragraph.index ?? paragraphs.length;
    const range = { from: paragraph.index + 1, to: Math.min(sectionEnd, next) };
    const parent = parentOf(nodes, label, paragraph, sections);
    nodes.push({
      label: label.label,
      kind: label.kind,
      number: label.number,
      projectNumber:
        label.projectNumber ??
        (label.kind === 'project' ? label.number : (nodes[parent ?? -1]?.number ?? null)),
      name: label.name,
      span: { paragraph: paragraph.index, start: 0, end: paragraph.text.length },
      parent,
      section: paragraph.section,
      fields: { ...fieldsOf(paragraphs, sections, range), ...fieldsInLine(paragraph) },
    });
  }
  return nodes;
}

/** From the top of a programme down: a part stands under the last one above it in this order. */
const rankOf = ({ kind, label }: Pick<ProgrammeNode, 'kind' | 'label'>): number => {
  if (kind === 'component') return 0;
  if (kind === 'project') return 0;
  if (kind === 'sub-project') return 1;
  return /thanh phan/u.test(fold(label)) ? 1 : 2;
};

/** The part it stands under: the last higher one of its family whose section is still open, when it names none other. */
function parentOf(
  nodes: readonly ProgrammeNode[],
  label: Label,
  paragraph: Paragraph,
  sections: readonly Section[],
): number | null {
  const rank = rankOf(label);
  if (rank === 0) return null;
  const above: readonly Kind[] = label.kind === 'sub-project' ? ['project'] : ['component', 'content'];
  const at = nodes.findLastIndex((node) => above.includes(node.kind) && rankOf(node) < rank);
  const project = nodes[at];
  if (project === undefined) return null;
  if (label.projectNumber !== null && label.projectNumber !== project.number) return null;
  const end = project.section === null ? paragraph.index + 1 : (sections[project.section]?.endParagraph ?? 0);
  return paragraph.index < end ? at : null;
}

function fieldAt(paragraph: Paragraph): { field: NodeField; start: number } | undefined {
  const begin = wordsStart(paragraph.text);
  const found = fieldIn(paragraph.text.slice(begin));
  return found === undefined ? undefined : { field: found.field, start: begin + found.length };
}

/** The field words begin with, and where what it says begins. */
function fieldIn(words: string): { field: NodeField; length: number } | undefined {
  const plain = fold(words.slice(0, 60));
  for (const [form, field] of FIELDS) {
    const found = form.exec(plain);
    if (found === null) continue;
    const length = found[0].length;
    return { field, length: length + (/^[\s:.]*/u.exec(words.slice(length))?.[0].length ?? 0) };
  }
  return undefined;
}

function fieldsOf(
  paragraphs: readonly Paragraph[],
  sections: readonly Section[],
  range: Range,
): ProgrammeNode['fields'] {
  const fields: Partial<Record<NodeField, Written>> = {};
  let open: { field: NodeField; level: number } | null = null;
  for (const paragraph of paragraphs.slice(range.from, range.to)) {
    if (!speaks(paragraph) || paragraph.kind === 'closing') continue;
    const level = levelOf(paragraph, sections);
    const found = fieldAt(paragraph);
    if (found !== undefined && (open === null || level <= open.level)) {
      open = { field: found.field, level };
      extend(fields, found.field, paragraph, found.start);
    } else if (open !== null && level <= open.level && paragraph.kind === 'heading') open = null;
    else if (open !== null) extend(fields, open.field, paragraph, 0);
  }
  if (Object.keys(fields).length === 0) readPlainContent(fields, paragraphs, range);
  addPartners(fields);
  return fields;
}

/** A node without field words: what stands under it is its content, and its money its budget. */
function readPlainContent(
  fields: Partial<Record<NodeField, Written>>,
  paragraphs: readonly Paragraph[],
  range: Range,
): void {
  for (const paragraph of paragraphs.slice(range.from, range.to)) {
    if (!speaks(paragraph) || paragraph.kind === 'closing') continue;
    const budget = /^(?:tong )?(?:kinh phi|nguon von|von )/u.test(
      fold(paragraph.text.slice(wordsStart(paragraph.text))),
    );
    extend(fields, budget ? 'budget' : 'content', paragraph, 0);
  }
}

function extend(
  fields: Partial<Record<NodeField, Written>>,
  field: NodeField,
  paragraph: Paragraph,
  start: number,
): void {
  const text = paragraph.text.slice(start).trim();
  const before = fields[field];
  if (before !== undefined) {
    fields[field] = { ...before, text: before.text === '' ? text : `${before.text}\n${text}` };
  } else fields[field] = { text, span: { paragraph: paragraph.index, start, end: paragraph.text.length } };
}

const WITH =
  /phối hợp (?:cùng|với)\s+(.+?)(?=,?\s(?:chỉ đạo|tổ chức|triển khai|thực hiện|hướng dẫn|tham mưu|kiểm tra)(?!\p{L})|[.;]|$)/iu;

/** "… chủ trì, phối hợp cùng …" within the lead. */
function addPartners(fields: Partial<Record<NodeField, Written>>): void {
  const lead = fields.lead;
  const found = lead === undefined ? null : WITH.exec(lead.text);
  if (
    lead === undefined ||
    found === null ||
    fields.partners !== undefined ||
    lead.text.slice(0, found.index).includes('\n')
  )
    return;
  const text = found[1] ?? '';
  const start = lead.span.start + found.index + found[0].length - text.length;
  fields.partners = { text, span: { ...lead.span, start, end: start + text.length } };
}

/** Projects and sub-projects a text names. */
export function findNodeReferences(paragraph: Paragraph): readonly NodeReference[] {
  const found: NodeReference[] = [];
  for (const match of paragraph.text.matchAll(REFERENCE)) {
    const [label, , subProject, ofProject, , project] = match;
    found.push({
      label,
      projectNumber: project ?? ofProject ?? null,
      subProjectNumber: subProject ?? null,
      span: { paragraph: paragraph.index, start: match.index, end: match.index + label.length },
    });
  }
  return found;
}
