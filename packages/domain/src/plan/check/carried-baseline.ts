import { type CheckContext, spanIn } from './check-context.ts';
import type { Fault } from './rule.ts';
import { looksBack } from './set-deadlines.ts';

/** With decimals: two round rates are alike by chance. */
const RATE = '(\\d{1,2},\\d{1,2})\\s*%';
const HAD = new RegExp(
  `(?<!cận\\s)(?:hộ nghèo|tỷ lệ nghèo)(?:[^.;\\d%]|(?:19|20)\\d{2}){0,40}?(?::|là|có|còn)?\\s*(?:\\d[\\d.]*\\s*hộ[\\s,(]*)?(?:chiếm|là|còn)?\\s*(?:tỷ lệ)?\\s*${RATE}`,
  'iu',
);
const SOUGHT = new RegExp(
  `giảm\\s+tỷ lệ hộ nghèo(?!\\s+(?:dân tộc|DTTS|người|đồng bào))[^.;\\d%]{0,60}?\\s(?:xuống còn|còn|xuống)\\s+${RATE}`,
  'giu',
);

/** "… hộ nghèo cuối năm 2022: 12.450 hộ, tỷ lệ 8,30%", and of the year planned "giảm tỷ lệ hộ nghèo còn 8,30%". */
export function carriedBaselines(context: CheckContext): Fault[] {
  const had = context.paragraphs
    .filter((read) => read.paragraph.kind !== 'cell' && looksBack(context, read))
    .flatMap((read) => {
      const match = HAD.exec(read.text);
      return match === null
        ? []
        : [{ read, rate: match[1]!, start: match.index, end: match.index + match[0].length }];
    });
  if (had.length === 0) return [];
  return context.paragraphs.flatMap((read) =>
    looksBack(context, read)
      ? []
      : [...read.text.matchAll(SOUGHT)].flatMap((match): Fault[] => {
          const base = had.find(({ rate }) => rate === match[1]);
          if (base === undefined) return [];
          return [
            {
              span: spanIn(read, { start: match.index, end: match.index + match[0].length }),
              related: [spanIn(base.read, base)],
              message: {
                vi: `Chỉ tiêu ${match[1]}% bằng đúng tỷ lệ hộ nghèo đã có ở dòng ${base.read.paragraph.line}: không giảm. Một trong hai số có lẽ ghi sai, hoặc chỉ tiêu còn sót của năm trước.`,
                en: `The target of ${match[1]}% equals the poverty rate told at line ${base.read.paragraph.line}: nothing falls. One of the two is probably wrong, or the target was left from the year before.`,
              },
            },
          ];
        }),
  );
}
