import { readMarker } from './markers.ts';
import type { Paragraph } from './paragraph.ts';
import type { Section } from './plan-document.ts';

const PLAIN_LEVEL = 40;
const BULLET_LEVELS: readonly (readonly [RegExp, number])[] = [
  [/^[-–—]/u, 50],
  [/^\+/u, 60],
  [/^[*•▪◦●○·]|^\([+*-]\)/u, 70],
];

/** How deep a paragraph stands: sections by their depth, then plain text, then -, +, (+). */
export function levelOf(paragraph: Paragraph, sections: readonly Section[]): number {
  if (paragraph.kind === 'heading' && paragraph.section !== null)
    return sections[paragraph.section]?.depth ?? 0;
  return BULLET_LEVELS.find(([form]) => form.test(paragraph.text))?.[1] ?? PLAIN_LEVEL;
}

/** Where the words begin after a number or bullet. */
export const wordsStart = (text: string): number => readMarker(text)?.end ?? 0;
