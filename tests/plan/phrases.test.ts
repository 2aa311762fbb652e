import { expect, test } from 'vitest';
import { checkText } from './check-text.ts';
import { PHRASES } from './phrases.cases.ts';

const planWith = (words: string): string => `ỦY BAN NHÂN DÂN
HUYỆN TÂN LẬP

Số: 45/KH-UBND

Tân Lập, ngày 12 tháng 02 năm 2024

KẾ HOẠCH

Giảm nghèo bền vững năm 2024

I. MỤC ĐÍCH

Nâng cao nhận thức về giảm nghèo.

II. NỘI DUNG

${words}

III. TỔ CHỨC THỰC HIỆN

Trên đây là Kế hoạch giảm nghèo bền vững năm 2024./.
`;

const told = (words: string): string[] =>
  checkText(planWith(words))
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

test.each(PHRASES)('%s: %s', (rule, wrong, right) => {
  expect(told(wrong)).toContain(rule);
  expect(told(right)).toEqual([]);
});
