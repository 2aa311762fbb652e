import { expect, test } from 'vitest';
import { groundText } from './ground-text.ts';

test.each([
  [null, '[M-hi]', 'NĐ 07 (hiểu biết chung, tin cậy cao), chưa đối chiếu văn bản'],
  [
    null,
    '[S: thukyluat 94531; M-md]',
    'NĐ 07 (nguồn: thukyluat 94531; hiểu biết chung, tin cậy vừa), chưa đối chiếu văn bản',
  ],
  ['Điều 3', '[M-hi]', 'NĐ 07 Điều 3'],
])('a ground with article %s and label %s reads "%s"', (article, label, text) => {
  expect(groundText({ document: 'NĐ 07', article, label }, 'vi')).toBe(text);
});
