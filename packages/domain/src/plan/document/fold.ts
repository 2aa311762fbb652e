const folded = new Map<number, string>();

function foldLetter(letter: string): string {
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace('đ', 'd');
  return plain.length === 1 ? plain : letter;
}

/**
 * Lower case without diacritics, letter for letter, so that offsets stay: two placements of a tone (hoà, hòa)
 * become one. Takes NFC text.
 */
export function fold(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      result += code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : text.charAt(at);
      continue;
    }
    let plain = folded.get(code);
    if (plain === undefined) {
      plain = foldLetter(text.charAt(at));
      folded.set(code, plain);
    }
    result += plain;
  }
  return result;
}

/** Every letter is a capital, and there are at least two. */
export function isUpperCase(text: string): boolean {
  return /\p{Lu}\P{Ll}*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
