import type { Text } from '../../shared/text.ts';
import type { LayoutFacts, LayoutPart } from '../document/plan-document.ts';
import type { TextSpan } from '../document/source-place.ts';
import type { CheckContext } from './check-context.ts';
import type { Fault, Rule } from './rule.ts';

const millimetres = (value: number): string => `${String(Math.round(value * 10) / 10).replace('.', ',')} mm`;
const points = (value: number): string => String(value).replace('.', ',');

interface Side {
  readonly side: 'top' | 'bottom' | 'left' | 'right';
  readonly vi: string;
  readonly least: number;
  readonly most: number;
}

/** NĐ 30/2020/NĐ-CP, Phụ lục I, I.3. */
const SIDES: readonly Side[] = [
  { side: 'top', vi: 'trên', least: 20, most: 25 },
  { side: 'bottom', vi: 'dưới', least: 20, most: 25 },
  { side: 'left', vi: 'trái', least: 30, most: 35 },
  { side: 'right', vi: 'phải', least: 15, most: 20 },
];
/** Word rounds to twentieths of a point; a tenth of an inch of habit is no fault. */
const SLACK = 0.6;

type Report = (message: Text, expected?: string) => void;

function checkPage(layout: LayoutFacts, report: Report): void {
  const { pageWidth, pageHeight, margins } = layout;
  if (pageWidth !== null && pageHeight !== null) {
    const [short, long] = [Math.min(pageWidth, pageHeight), Math.max(pageWidth, pageHeight)];
    if (Math.abs(short - 210) > 1.5 || Math.abs(long - 297) > 1.5)
      report(
        {
          vi: `Khổ giấy ${millimetres(pageWidth)} × ${millimetres(pageHeight)} không phải A4 (210 × 297 mm).`,
          en: `The page is ${millimetres(pageWidth)} × ${millimetres(pageHeight)}, not A4 (210 × 297 mm).`,
        },
        'A4',
      );
  }
  if (margins === null) return;
  for (const { side, vi, least, most } of SIDES) {
    const value = margins[side];
    if (value >= least - SLACK && value <= most + SLACK) continue;
    report(
      {
        vi: `Lề ${vi} ${millimetres(value)}, phải từ ${least} đến ${most} mm.`,
        en: `The ${side} margin is ${millimetres(value)}; it must be ${least} to ${most} mm.`,
      },
      `${least}–${most} mm`,
    );
  }
}

function checkFonts(layout: LayoutFacts, report: Report): void {
  const all = layout.fonts.reduce((sum, { characters }) => sum + characters, 0);
  const foreign = layout.fonts.filter(({ name }) => !/^times new roman$/iu.test(name.trim()));
  const strange = foreign.reduce((sum, { characters }) => sum + characters, 0);
  if (all > 0 && strange > all * 0.02)
    report(
      {
        vi: `Phông chữ ${foreign
          .map(({ name }) => name)
          .slice(0, 3)
          .join(
            ', ',
          )} dùng cho ${Math.round((strange * 100) / all)}% chữ; văn bản phải dùng Times New Roman.`,
        en: `${foreign
          .map(({ name }) => name)
          .slice(0, 3)
          .join(
            ', ',
          )} is used for ${Math.round((strange * 100) / all)}% of the letters; the document must be set in Times New Roman.`,
      },
      'Times New Roman',
    );
  const [body] = layout.sizes;
  if (body !== undefined && (body.points < 13 || body.points > 14))
    report(
      {
        vi: `Cỡ chữ phần lớn văn bản là ${points(body.points)}, phải là 13 hoặc 14.`,
        en: `Most of the text is set in ${body.points} points; it must be 13 or 14.`,
      },
      '13–14',
    );
}

interface PartRule {
  readonly vi: string;
  readonly en: string;
  readonly least: number;
  readonly most: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** NĐ 30/2020/NĐ-CP, Phụ lục I, V. */
const PARTS: Readonly<Partial<Record<LayoutPart['part'], PartRule>>> = {
  'national-name': { vi: 'Quốc hiệu', en: 'The national name', least: 12, most: 13, bold: true },
  motto: { vi: 'Tiêu ngữ', en: 'The motto', least: 13, most: 14, bold: true },
  issuer: { vi: 'Tên cơ quan ban hành', en: 'The issuing body', least: 12, most: 13, bold: true },
  number: { vi: 'Số, ký hiệu', en: 'Number and symbol', least: 13, most: 13 },
  date: { vi: 'Địa danh, ngày tháng', en: 'Place and date', least: 13, most: 14, italic: true },
  type: { vi: 'Tên loại văn bản', en: 'The type of the document', least: 13, most: 14, bold: true },
  subject: { vi: 'Trích yếu', en: 'The subject', least: 13, most: 14, bold: true },
};

function checkPart({ document }: CheckContext, part: LayoutPart): Fault[] {
  const rule = PARTS[part.part];
  const paragraph = document.paragraphs[part.paragraph];
  if (rule === undefined || paragraph === undefined) return [];
  const wrong: Text[] = [];
  if (part.points !== null && (part.points < rule.least || part.points > rule.most)) {
    const range = rule.least === rule.most ? String(rule.least) : `${rule.least}–${rule.most}`;
    wrong.push({
      vi: `cỡ chữ ${points(part.points)}, phải là ${range}`,
      en: `is set in ${part.points} points, must be ${range}`,
    });
  }
  if (rule.bold === true && !part.bold) wrong.push({ vi: 'phải in đậm', en: 'must be bold' });
  if (rule.italic === true && !part.italic) wrong.push({ vi: 'phải in nghiêng', en: 'must be italic' });
  if (wrong.length === 0) return [];
  return [
    {
      span: { paragraph: part.paragraph, start: 0, end: paragraph.text.length },
      message: {
        vi: `${rule.vi}: ${wrong.map(({ vi }) => vi).join('; ')} (NĐ 30/2020, Phụ lục I).`,
        en: `${rule.en}: ${wrong.map(({ en }) => en).join('; ')} (NĐ 30/2020, Annex I).`,
      },
    },
  ];
}

function checkLines(layout: LayoutFacts, report: Report): void {
  if (layout.underMotto === false)
    report({
      vi: 'Thiếu đường kẻ ngang dưới Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”, dài bằng dòng chữ.',
      en: 'The line under the motto, as long as its text, is missing.',
    });
  if (layout.underIssuer === false)
    report({
      vi: 'Thiếu đường kẻ ngang dưới tên cơ quan ban hành, dài 1/3 đến 1/2 dòng chữ.',
      en: 'The line under the issuing body, a third to a half of its text, is missing.',
    });
}

function checkPageNumber(layout: LayoutFacts, report: Report): void {
  if (!layout.pageNumberKnown) return;
  const { pageNumber } = layout;
  const where = {
    vi: 'Số trang đặt giữa lề trên, không hiện ở trang đầu',
    en: 'Page numbers stand centred in the top margin, hidden on page 1',
  };
  if (pageNumber === null) {
    report({
      vi: `Văn bản không có số trang. ${where.vi}.`,
      en: `The document has no page numbers. ${where.en}.`,
    });
    return;
  }
  const wrong: Text[] = [];
  if (pageNumber.place === 'footer')
    wrong.push({ vi: 'đang ở lề dưới', en: 'they are in the bottom margin' });
  if (!pageNumber.centred) wrong.push({ vi: 'không ở giữa', en: 'they are not centred' });
  if (pageNumber.onFirstPage) wrong.push({ vi: 'hiện ở trang đầu', en: 'they show on page 1' });
  if (wrong.length > 0)
    report({
      vi: `${where.vi}: ${wrong.map(({ vi }) => vi).join('; ')}.`,
      en: `${where.en}: ${wrong.map(({ en }) => en).join('; ')}.`,
    });
}

/** Where a fault of the whole page is shown: at the first line of the head. */
function headSpan({ document }: CheckContext): TextSpan {
  const at = document.head.issuingBody?.span ?? document.head.number?.span;
  return at ?? { paragraph: 0, start: 0, end: document.paragraphs[0]?.text.length ?? 0 };
}

function layoutFaults(context: CheckContext): Fault[] {
  const { layout } = context.document;
  if (layout === null) return [];
  const faults: Fault[] = [];
  const span = headSpan(context);
  const report: Report = ({ vi, en }, expected) => {
    faults.push({
      span,
      ...(expected === undefined ? {} : { expected }),
      message: { vi: `${vi} (NĐ 30/2020, Phụ lục I)`, en: `${en} (NĐ 30/2020, Annex I)` },
    });
  };
  checkPage(layout, report);
  checkFonts(layout, report);
  checkLines(layout, report);
  checkPageNumber(layout, report);
  return [...faults, ...layout.parts.flatMap((part) => checkPart(context, part))];
}

export const layoutRule: Rule = {
  id: 'layout',
  severity: 'warning',
  title: { vi: 'Thể thức trình bày khác NĐ 30/2020', en: 'Layout other than NĐ 30/2020' },
  find: layoutFaults,
};
