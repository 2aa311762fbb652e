import { expect, test } from 'vitest';
import {
  detectOldEncoding,
  fromTcvn3,
  fromVni,
  isSyllable,
  toUnicode,
  vietnameseScore,
} from './old-encodings.ts';

const ALPHABET =
  'à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ'.split(
    ' ',
  );

/** The signs as the two standards list them, in the order of the alphabet above. */
const TCVN3 =
  'µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö × Ø Ü Ý Þ ß á â ã ä « å æ ç è é ¬ ê ë ì í î ï ñ ò ó ô \u00ad õ ö ÷ ø ù ú û ü ý þ ®'.split(
    ' ',
  );
const VNI =
  'aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î ñ'.split(
    ' ',
  );

test('every letter of the alphabet has its sign in TCVN3 and in VNI, small and capital', () => {
  expect(TCVN3.map(fromTcvn3)).toEqual(ALPHABET);
  expect(VNI.map(fromVni)).toEqual(ALPHABET);
  expect(VNI.map((sign) => fromVni(sign.toUpperCase()))).toEqual(
    ALPHABET.map((letter) => letter.toUpperCase()),
  );
});

test.each([
  ['tcvn3', 'NguyÔn ThÞ HoÌ', 'Nguyễn Thị Hoè'],
  ['tcvn3', 'NGUYÔN V¡N ®', 'NGUYỄN VĂN đ'],
  ['tcvn3', 'Hé nghÌo', 'Hộ nghèo'],
  ['tcvn3', '§¾k L¾k', 'Đắk Lắk'],
  ['vni', 'Nguyeãn Thò Hoaø', 'Nguyễn Thị Hoà'],
  ['vni', 'NGUYEÃN VAÊN ÑOÂNG', 'NGUYỄN VĂN ĐÔNG'],
  ['vni', 'Hoä caän ngheøo', 'Hộ cận nghèo'],
  ['vni', 'Thöøa Thieân Hueá', 'Thừa Thiên Huế'],
] as const)('%s: %s', (encoding, before, after) => {
  expect(toUnicode(before, encoding)).toBe(after.normalize('NFC'));
});

test('tells the two apart, and from Vietnamese and from other languages', () => {
  expect(detectOldEncoding(['NguyÔn ThÞ Hoa', 'Hé cËn nghÌo'])).toBe('tcvn3');
  expect(detectOldEncoding(['Nguyeãn Thò Hoa', 'Hoä caän ngheøo'])).toBe('vni');
  expect(detectOldEncoding(['Nguyễn Thị Hoà', 'Hộ cận nghèo'])).toBeNull();
  expect(detectOldEncoding(['Château crème brûlée', 'Ærøskøbing'])).toBeNull();
  expect(detectOldEncoding([])).toBeNull();
});

test('a syllable has one tone and its letters in order', () => {
  for (const word of ['Nguyễn', 'nghiêng', 'ƯỚC', 'quyển', 'Đắk'])
    expect([word, isSyllable(word)]).toEqual([word, word !== 'Đắk']);
  expect(isSyllable('brûlée')).toBe(false);
  expect(vietnameseScore(['một'])).toBe(0);
});
