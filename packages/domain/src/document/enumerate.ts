/** Letters of points in the order of the Vietnamese alphabet: đ after d; no f, j, w, z. */
const POINT_LETTERS = [...'abcdđeghiklmnopqrstuvxy'];

/** `a` for the first point; after `y` come `aa`, `ab` …. */
export function pointLetter(at: number): string {
  const round = Math.floor(at / POINT_LETTERS.length);
  const letter = POINT_LETTERS[at % POINT_LETTERS.length] as string;
  return round === 0 ? letter : `${pointLetter(round - 1)}${letter}`;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Parts, chapters, sections of a plan and annexes are numbered in Roman figures. */
export function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, letters] of ROMAN)
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  return text;
}
