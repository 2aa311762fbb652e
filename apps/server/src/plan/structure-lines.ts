import type { PlanDocument, Written } from '@benvung/domain/plan/document/plan-document';
import { placeIn, type TextSpan } from '@benvung/domain/plan/document/source-place';
import type { Language, Text } from '@benvung/domain/shared/text';

const LONGEST = 110;
const WORDS = {
  head: { vi: 'PHẦN ĐẦU', en: 'HEAD' },
  cited: { vi: 'VĂN BẢN DẪN CHIẾU', en: 'CITED DOCUMENTS' },
  sections: { vi: 'ĐỀ MỤC', en: 'OUTLINE' },
  targets: { vi: 'CHỈ TIÊU', en: 'TARGETS' },
  nodes: { vi: 'DỰ ÁN, TIỂU DỰ ÁN', en: 'PROGRAMME NODES' },
  money: { vi: 'TIỀN', en: 'MONEY' },
  duties: { vi: 'NHIỆM VỤ', en: 'DUTIES' },
  deadlines: { vi: 'THỜI HẠN', en: 'DEADLINES' },
  tables: { vi: 'BẢNG', en: 'TABLES' },
  closing: { vi: 'NƠI NHẬN, NGƯỜI KÝ', en: 'RECIPIENTS, SIGNER' },
  repeats: { vi: 'TRANG LẶP', en: 'PAGES GIVEN TWICE' },
  nobody: { vi: '(không nêu ai)', en: '(nobody named)' },
  ground: { vi: 'căn cứ', en: 'ground' },
} satisfies Record<string, Text>;

/** What was understood of a document, for a person to look through. */
export function structureLines(document: PlanDocument, language: Language): readonly string[] {
  const line = (span: TextSpan) =>
    placeIn(document.paragraphs[span.paragraph]?.pieces ?? [], span.start).line;
  const row = (span: TextSpan, ...parts: readonly (string | null | undefined)[]) =>
    `${String(line(span)).padStart(6)}  ${cut(parts.filter((part) => part != null && part !== '').join(' · '))}`;
  const part = (title: Text, rows: readonly string[]) =>
    rows.length === 0 ? [] : ['', `${title[language]} (${rows.length})`, ...rows];
  const { head, signer } = document;
  const headRows = [
    head.superiorBody,
    head.issuingBody,
    head.number,
    head.place,
    head.date,
    head.type,
    head.subject,
  ];
  const signing = [...document.recipients, signer?.authority, signer?.title, signer?.name];
  const written = (some: readonly (Written | null | undefined)[]) =>
    some.flatMap((one) => (one == null ? [] : [row(one.span, one.text)]));
  return [
    ...part(WORDS.head, written(headRows)),
    ...part(
      WORDS.cited,
      document.cited.flatMap((cited) =>
        cited.mentions.map((mention) =>
          row(
            mention.span,
            cited.symbol,
            mention.dateText,
            mention.issuer,
            mention.ground ? WORDS.ground[language] : null,
          ),
        ),
      ),
    ),
    ...part(
      WORDS.sections,
      document.sections.map((section) =>
        row(section.span, `${'  '.repeat(section.depth)}${section.number}${section.mark} ${section.title}`),
      ),
    ),
    ...part(
      WORDS.targets,
      document.targets.map((target) =>
        row(
          target.span,
          `${target.comparison} ${target.value.text}${target.upper === null ? '' : `–${target.upper.text}`} ${target.unit}`,
          target.indicator,
        ),
      ),
    ),
    ...part(
      WORDS.nodes,
      document.nodes.map((node) =>
        row(node.span, node.label, node.name, Object.keys(node.fields).join(', ')),
      ),
    ),
    ...part(
      WORDS.money,
      document.money.map((money) =>
        row(
          money.span,
          money.text,
          money.label,
          money.partOf === null ? null : `⊂ ${document.money[money.partOf]?.text}`,
        ),
      ),
    ),
    ...part(
      WORDS.duties,
      document.duties.map((duty) => row(duty.span, duty.owner?.text ?? WORDS.nobody[language], duty.text)),
    ),
    ...part(
      WORDS.deadlines,
      document.deadlines.map((deadline) => row(deadline.span, deadline.text, deadline.kind, deadline.day)),
    ),
    ...part(
      WORDS.tables,
      document.tables.map((table) =>
        row(
          { paragraph: table.firstParagraph, start: 0, end: 0 },
          table.title,
          `${table.rows.length} × ${table.columns.length}`,
        ),
      ),
    ),
    ...part(WORDS.closing, written(signing)),
    ...part(
      WORDS.repeats,
      document.repeats.map((block) =>
        row({ paragraph: block.from, start: 0, end: 0 }, `= ${document.paragraphs[block.of]?.line}`),
      ),
    ),
  ].slice(1);
}

const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);
