import type { keyHelpWords } from './key-help.words.ts';

export type KeyLine = readonly [keys: string, word: keyof (typeof keyHelpWords)['vi']];

export const KEYS_EVERYWHERE: readonly KeyLine[] = [
  ['Ctrl+K', 'search'],
  ['F1', 'help'],
  ['Ctrl+Enter', 'send'],
  ['Esc', 'shut'],
];

const EDITED_GRID: readonly KeyLine[] = [
  ['↑ ↓ ← →', 'cells'],
  ['Home, End', 'rowEnds'],
  ['F2', 'edit'],
  ['Enter, Tab', 'commit'],
  ['Shift+↑ ↓ ← →', 'select'],
  ['Ctrl+C, Ctrl+V', 'copy'],
  ['Ctrl+D', 'asAbove'],
  ['Delete', 'clear'],
  ['Ctrl+Z, Ctrl+Y', 'undo'],
  ['F8, Shift+F8', 'nextToLookAt'],
];

const FORM: readonly KeyLine[] = [
  ['Enter, Shift+Enter', 'nextBox'],
  ['Ctrl+D', 'asAbove'],
  ['?', 'notKnown'],
  ['F8, Shift+F8', 'nextToLookAt'],
  ['Ctrl+Z, Ctrl+Y', 'undo'],
  ['Ctrl+S', 'saveNow'],
  ['Ctrl+Enter', 'recordNext'],
  ['Alt+PgDn, Alt+PgUp', 'nextHousehold'],
];

/** By the shape of an address with what is asked in it; the first that fits. */
const PAGES: readonly (readonly [RegExp, readonly KeyLine[]])[] = [
  [/^\/viec(\?|$)/u, [['↑ ↓', 'task']]],
  [/^\/ho\/nghi-trung/u, [['F8, Shift+F8', 'nextPair']]],
  [/^\/ho\/(moi|lao-dong)/u, []],
  [/^\/ho\/./u, [['Alt+PgDn, Alt+PgUp', 'nextHousehold']]],
  [
    /^\/ho(\?|$)/u,
    [
      ['↑ ↓', 'walk'],
      ['Enter', 'openHousehold'],
      ['Space', 'choose'],
      ['Shift+↑ ↓', 'chooseRange'],
      ['Ctrl+Home, Ctrl+End', 'ends'],
    ],
  ],
  [/^\/nhap-phieu\/[^/]+\/./u, FORM],
  [/^\/nhap-phieu\/[^/]+\?(.*&)?cach=diem/u, EDITED_GRID],
  [/^\/ra-soat\/\d+\/\d+\/dan-so/u, EDITED_GRID],
  [
    /^\/ra-soat\/\d+\/\d+\/ghep/u,
    [
      ['F8, Shift+F8', 'nextPair'],
      ['Enter, Delete', 'samePair'],
    ],
  ],
  [
    /^\/bieu\/./u,
    [
      ['↑ ↓ ← →', 'cells'],
      ['Home, End', 'rowEnds'],
      ['Enter', 'openCell'],
      ['Alt+↑', 'unitAbove'],
      ['Shift+↑ ↓ ← →', 'select'],
      ['Ctrl+C', 'copyOnly'],
    ],
  ],
  [
    /^\/dia-ban/u,
    [
      ['↑ ↓ ← →', 'treeWalk'],
      ['A … Z', 'treeLetters'],
    ],
  ],
  [/^\/kiem-tra-van-ban/u, [['F8, Shift+F8', 'nextFinding']]],
  [
    /^\/nhap-excel\/./u,
    [
      ['F8, Shift+F8', 'nextError'],
      ['Enter, F2', 'firstFix'],
    ],
  ],
  [
    /^\/hop\/./u,
    [
      ['Enter', 'voteAgreed'],
      ['F9', 'voteAll'],
      ['PgUp, PgDn', 'voteWalk'],
    ],
  ],
];

export const keysOfPage = (address: string): readonly KeyLine[] =>
  PAGES.find(([shape]) => shape.test(address))?.[1] ?? [];
