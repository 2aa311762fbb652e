import type { SourceRow } from './column-map.ts';
import { relationWords } from './exchange-words.ts';
import type { RowReader } from './row-reader.ts';
import { foldWord } from './vocabulary.ts';

/**
 * Tells where one household ends and the next begins in a list of one row a member: by the household's code or
 * number when the row gives one, otherwise by the head's name, otherwise by the row of a head.
 */
export function makeHouseholdBoundary(read: RowReader): (row: SourceRow) => boolean {
  let code = '';
  let headName = '';
  let place = '';
  let headSeen = false;
  let started = false;
  const begin = (row: SourceRow, isHead: boolean): true => {
    code = codeOf(read, row);
    headName = read.raw(row, 'headName');
    place = placeOf(read, row);
    headSeen = isHead;
    started = true;
    return true;
  };
  return (row) => {
    const isHead = relationWords.find(read.raw(row, 'relation')) === 'head';
    if (!started) return begin(row, isHead);
    const rowCode = codeOf(read, row);
    if (rowCode !== '' || code !== '') {
      if (rowCode !== '' ? rowCode !== code : isHead && headSeen) return begin(row, isHead);
    } else {
      const name = read.raw(row, 'headName');
      const sameName = name === headName || name === '' || foldWord(name) === foldWord(headName);
      const samePlace = placeOf(read, row) === place || placeOf(read, row) === '';
      if (!sameName || !samePlace) return begin(row, isHead);
      if (isHead && headSeen && isOwnHead(read, row, name)) return begin(row, isHead);
    }
    headSeen ||= isHead;
    return false;
  };
}

/** Without a column of heads every head begins a household; with one, a second head of another name is an error. */
const isOwnHead = (read: RowReader, row: SourceRow, headName: string): boolean =>
  headName === '' || foldWord(read.raw(row, 'fullName')) === foldWord(headName);

function codeOf(read: RowReader, row: SourceRow): string {
  return read.raw(row, 'householdKey') || read.raw(row, 'listCode') || read.raw(row, 'householdNumber');
}

const placeOf = (read: RowReader, row: SourceRow): string =>
  `${read.raw(row, 'communeCode') || read.raw(row, 'commune')}${read.raw(row, 'village')}`;
