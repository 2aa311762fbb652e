import { expect, test } from 'vitest';
import { isPossibleSyllable } from './syllable.ts';

test.each(
  'nghèo giảm vững huyện thuở giữa nghĩa khuỷu quyết gì gìn giếng oà hòa hoà thuỷ thủy ưu tiên đặc biệt kết quả ngoài tuyên truyền nghiệp được nguyễn khoẻ khỏe tuần quý kỳ giấy giống ở ấy ý yếu yết xoáy người trường quốc'.split(
    ' ',
  ),
)('%s is a syllable', (word) => {
  expect(isPossibleSyllable(word)).toBe(true);
});

test.each(
  'ngèo nghiêp đaọ gỉam nghoè bềnn vữngg giưã quyêt đươc kết̉ ngiệp ghao kao hiêu̧ thựcc nghành'.split(' '),
)('%s is none', (word) => {
  expect(isPossibleSyllable(word)).toBe(false);
});
