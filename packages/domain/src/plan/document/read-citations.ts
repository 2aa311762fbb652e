import type { Citation } from '../text/citation.ts';
import { fold } from './fold.ts';
import type { Paragraph } from './paragraph.ts';
import { type ParagraphTokens, speaks } from './paragraph-tokens.ts';
import type { CitedDocument, DocumentKind, Mention } from './plan-document.ts';

const KIND_OF_WORDS: readonly (readonly [RegExp, DocumentKind])[] = [
  [/^(?:bo )?luat/u, 'law'],
  [/^phap lenh/u, 'ordinance'],
  [/^nghi quyet/u, 'resolution'],
  [/^nghi dinh/u, 'decree'],
  [/^quyet dinh/u, 'decision'],
  [/^chi thi/u, 'directive'],
  [/^thong tu lien tich/u, 'joint-circular'],
  [/^thong tu/u, 'circular'],
  [/^ke hoach/u, 'plan'],
  [/^chuong trinh/u, 'programme'],
  [/^huong dan/u, 'guidance'],
  [/^cong van|^cong dien/u, 'official-letter'],
  [/^ket luan/u, 'conclusion'],
  [/^thong bao/u, 'notice'],
  [/^bao cao/u, 'report'],
  [/^to trinh/u, 'submission'],
];
const KIND_OF_CODE: readonly (readonly [RegExp, DocumentKind])[] = [
  [/^QH\d/u, 'law'],
  [/^NQ/u, 'resolution'],
  [/^NĐ/u, 'decree'],
  [/^QĐ/u, 'decision'],
  [/^CT(?!r)/u, 'directive'],
  [/^TTLT/u, 'joint-circular'],
  [/^TTr/u, 'submission'],
  [/^TT/u, 'circular'],
  [/^KH/u, 'plan'],
  [/^CTr/u, 'programme'],
  [/^HD/u, 'guidance'],
  [/^CV|^CĐ/u, 'official-letter'],
  [/^KL/u, 'conclusion'],
  [/^TB/u, 'notice'],
  [/^BC/u, 'report'],
];

function kindOf(citation: Citation): DocumentKind {
  const words = citation.type === null ? '' : fold(citation.type);
  const byWords = KIND_OF_WORDS.find(([form]) => form.test(words));
  if (byWords !== undefined) return byWords[1];
  return KIND_OF_CODE.find(([form]) => form.test(citation.symbol))?.[1] ?? 'other';
}

/** Every document a plan cites, each with all its places, in the order of first mention. */
export function readCitations(
  paragraphs: readonly Paragraph[],
  tokens: readonly ParagraphTokens[],
  firstSection: number,
): readonly CitedDocument[] {
  const found = new Map<string, CitedDocument & { mentions: Mention[] }>();
  for (const paragraph of paragraphs) {
    if (!speaks(paragraph)) continue;
    const ground = paragraph.index < firstSection;
    for (const citation of tokens[paragraph.index]?.citations ?? []) {
      const mention = mentionOf(paragraph, citation, ground);
      const known = found.get(citation.key);
      if (known === undefined) found.set(citation.key, documentOf(paragraph, citation, mention));
      else known.mentions.push(mention);
    }
  }
  return [...found.values()];
}

function mentionOf(paragraph: Paragraph, citation: Citation, ground: boolean): Mention {
  const { start, end, dateSpan } = citation;
  return {
    span: { paragraph: paragraph.index, start, end },
    text: paragraph.text.slice(start, end),
    typeWords: citation.type,
    issuer: citation.issuer?.replace(/[)\]\s]+$/u, '') ?? null,
    day: citation.date,
    dateText: dateSpan === null ? null : paragraph.text.slice(dateSpan.start, dateSpan.end),
    ground,
  };
}

function documentOf(paragraph: Paragraph, citation: Citation, mention: Mention) {
  const { numberSpan } = citation;
  const written = paragraph.text.slice(numberSpan.start, numberSpan.end);
  return {
    kind: kindOf(citation),
    symbol: written.replace(/\s+/gu, '').replace(/[.,;]+$/u, ''),
    number: citation.number,
    yearInNumber: citation.year,
    mentions: [mention],
  };
}
