import type { Citation } from '../text/citation.ts';
import { type CheckContext, spanIn } from './check-context.ts';
import { citationsOf, nameOf } from './citation-index.ts';
import type { Fault, Rule } from './rule.ts';

/** Codes a type of document may bear at the beginning of its symbol (NĐ 30/2020, Phụ lục III; law on normative documents). */
const CODES: Readonly<Record<string, RegExp>> = {
  'Bộ luật': /^QH\d+$/u,
  Luật: /^(?:QH\d+|UBTVQH\d+|VBHN-VPQH|SL|L-CTN)$/u,
  'Pháp lệnh': /^(?:UBTVQH\d+|PL-UBTVQH\d+|L-CTN)$/u,
  'Nghị quyết': /^(?:NQ(?:[-/].+)?|QH\d+|UBTVQH\d+|NQLT.*|NQTW|HĐND.*|HĐTP.*|BCSĐ.*)$/u,
  'Nghị định': /^(?:NĐ-CP|NĐ-HĐBT|CP|HĐBT)$/u,
  'Quyết định': /^(?:QĐ(?:[-/].+)?|QĐ\p{Lu}*-.+|TTg|CTN|UBND|BKHĐT.*)$/u,
  'Thông tư': /^(?:TT(?:LT)?(?:[-/].+)?)$/u,
  'Thông tư liên tịch': /^TTLT.*$/u,
  'Chỉ thị': /^CT(?:[-/].+)?$/u,
  'Kế hoạch': /^(?:KH\p{Lu}*(?:[-/].+)?|KHPH.*|KHLT.*|KHLN.*|KHHĐ.*|.*KH.*)$/u,
  'Tờ trình': /^TTr(?:[-/].+)?$/u,
  'Báo cáo': /^BC(?:[-/].+)?$/u,
  'Hướng dẫn': /^(?:HD|HDLN|HDLT|HDPH)(?:[-/].+)?$/u,
  'Chỉ thị liên tịch': /^CTLT.*$/u,
};

const WRONG_LETTERS: readonly (readonly [RegExp, string, string])[] = [
  [/(?<![\p{L}])QD(?![\p{L}])/u, 'QĐ', 'QD'],
  [/(?<![\p{L}])ND-CP/u, 'NĐ-CP', 'ND-CP'],
  [/HDND/u, 'HĐND', 'HDND'],
  [/(?:UBDN|UNBD|UBNĐ)/u, 'UBND', 'UBND viết sai'],
  [/(?:HNĐD|HĐDN|HĐNĐ)/u, 'HĐND', 'HĐND viết sai'],
  [/(?<![\p{L}])(?:NĐCP|QĐTTg|QĐUBND|KHUBND|NQHĐND)/u, '', 'thiếu gạch nối'],
];

const HYPHENS: Readonly<Record<string, string>> = {
  NĐCP: 'NĐ-CP',
  QĐTTg: 'QĐ-TTg',
  QĐUBND: 'QĐ-UBND',
  KHUBND: 'KH-UBND',
  NQHĐND: 'NQ-HĐND',
};

interface Malformed {
  readonly why: { readonly vi: string; readonly en: string };
  readonly expected?: string;
}

const join = ({ number, year }: Citation, rest: string): string =>
  `${number}${year === null ? '' : `/${year}`}/${rest}`;

function letterFault(citation: Citation): Malformed | undefined {
  const { symbol } = citation;
  for (const [pattern, right, what] of WRONG_LETTERS) {
    const match = pattern.exec(symbol);
    if (match === null) continue;
    const meant = symbol.replace(pattern, right === '' ? (HYPHENS[match[0]] ?? match[0]) : right);
    return {
      why: { vi: `ký hiệu viết sai (${what})`, en: 'the symbol is miswritten' },
      expected: join(citation, meant),
    };
  }
  return undefined;
}

/** Party documents: number, hyphen, code, slash, body ("11-NQ/TU"); the state's: number, slash, code, hyphen, body. */
function partyFault(citation: Citation, written: string): Malformed | undefined {
  const match = /^(NQ|CT|KH|KL|QĐ|CTr|BC|HD|TB|QC|QĐi|ĐA)-(TU|HU|ĐU|TW)$/u.exec(citation.symbol);
  if (match !== null && written.includes('/'))
    return {
      why: {
        vi: 'văn bản của Đảng đặt gạch nối sau số và gạch chéo trước tên cơ quan',
        en: 'a Party document has the hyphen after the number and the slash before the body',
      },
      expected: `${citation.number}-${match[1]}/${match[2]}`,
    };
  return undefined;
}

function codeFault(citation: Citation): Malformed | undefined {
  const { type, symbol, year } = citation;
  if (type === null) return undefined;
  const base = type.replace(/ hành động$| thẩm tra$| tiếp thu$/u, '');
  const code = CODES[base];
  if (code === undefined) return undefined;
  if (base === 'Thông tư' && /^B[A-ZĐ]{1,}/u.test(symbol) && !symbol.includes('-'))
    return {
      why: {
        vi: 'ký hiệu thông tư thiếu “TT-” trước tên cơ quan',
        en: 'the symbol of a circular lacks "TT-" before the body',
      },
      expected: join(citation, `TT-${symbol}`),
    };
  const prefix = {
    'Nghị định': 'NĐ',
    'Quyết định': 'QĐ',
    'Nghị quyết': 'NQ',
    'Thông tư': 'TT',
    'Chỉ thị': 'CT',
  }[base];
  if (prefix !== undefined && year !== null && symbol === prefix)
    return {
      why: {
        vi: `ký hiệu thiếu tên cơ quan ban hành sau “${prefix}”`,
        en: `the symbol lacks the issuing body after "${prefix}"`,
      },
    };
  if (prefix !== undefined && year !== null && /^(?:CP|TTg|UBND|HĐND|CTN)$/u.test(symbol))
    return {
      why: {
        vi: `ký hiệu thiếu “${prefix}-” trước tên cơ quan`,
        en: `the symbol lacks "${prefix}-" before the body`,
      },
      expected: join(citation, `${prefix}-${symbol}`),
    };
  if (!code.test(symbol))
    return {
      why: {
        vi: `ký hiệu “${symbol}” không phải của ${type.toLowerCase()}`,
        en: `the symbol "${symbol}" is not that of the named type (${type})`,
      },
    };
  if ((base === 'Nghị định' || base === 'Thông tư') && year === null && /^(?:NĐ-CP|TT-)/u.test(symbol))
    return {
      why: {
        vi: `số hiệu ${base.toLowerCase()} thiếu năm ban hành`,
        en: 'the number lacks the year of issue',
      },
    };
  return undefined;
}

function symbolFaults(context: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const { citation, read } of citationsOf(context)) {
    const written = read.text.slice(citation.numberSpan.start, citation.numberSpan.end);
    const fault = letterFault(citation) ?? partyFault(citation, written) ?? codeFault(citation);
    if (fault === undefined) continue;
    const name = nameOf(citation, read.text);
    const meant = fault.expected === undefined ? '' : ` Có lẽ là ${fault.expected}.`;
    faults.push({
      span: spanIn(read, citation.numberSpan),
      ...(fault.expected === undefined ? {} : { expected: fault.expected }),
      message: {
        vi: `${name}: ${fault.why.vi}.${meant === '' ? ' Xem lại văn bản gốc.' : meant}`,
        en: `${name}: ${fault.why.en}.${fault.expected === undefined ? ' Look at the original.' : ` Probably ${fault.expected}.`}`,
      },
    });
  }
  return faults;
}

const WITHOUT_SYMBOL =
  /(?<!\p{L})(Thông tư|Nghị định|Nghị quyết|Quyết định)\s+số\s*:?\s*(\d{1,5}\/(?:19|20)\d{2})(?!\s?[/–-]|\d)/giu;

/** "Thông tư số 55/2023 của Bộ Tài chính": nothing says of which kind and whose it is. */
function missingSymbols(context: CheckContext): Fault[] {
  return context.paragraphs.flatMap((read) =>
    [...read.text.matchAll(WITHOUT_SYMBOL)].map((match): Fault => {
      const start = match.index + match[0].length - match[2]!.length;
      return {
        span: spanIn(read, { start, end: start + match[2]!.length }),
        message: {
          vi: `${match[1]} số ${match[2]} thiếu ký hiệu loại văn bản và cơ quan ban hành sau năm. Ghi đủ số, ký hiệu như bản gốc.`,
          en: `${match[1]} ${match[2]} lacks the symbol of its kind and body after the year. Write it as on the original.`,
        },
      };
    }),
  );
}

export const citationSymbolRule: Rule = {
  id: 'cite.symbol',
  severity: 'warning',
  title: { vi: 'Số, ký hiệu văn bản viết sai dạng', en: 'The number of a cited document is malformed' },
  find: (context) => [...symbolFaults(context), ...missingSymbols(context)],
};
