import { describe, expect, test } from 'vitest';
import { readDayText, writeDayText } from './day-text.ts';

describe('a day is read as people type it', () => {
  test.each([
    ['5/3/1980', { kind: 'day', value: '1980-03-05' }],
    ['05-03-1980', { kind: 'day', value: '1980-03-05' }],
    ['5.3.80', { kind: 'day', value: '1980-03-05' }],
    ['5/3/24', { kind: 'day', value: '2024-03-05' }],
    ['05031980', { kind: 'day', value: '1980-03-05' }],
    [' 1980 ', { kind: 'year', value: '1980' }],
    ['', { kind: 'empty' }],
    ['30/02/1985', { kind: 'wrong', year: '1985' }],
    ['khoảng 1985', { kind: 'wrong', year: '1985' }],
    ['hôm qua', { kind: 'wrong', year: null }],
    ['13/13/1985', { kind: 'wrong', year: '1985' }],
  ])('%s', (text, read) => expect(readDayText(text, 2026)).toEqual(read));

  test('what was read is written back the same', () => {
    expect(writeDayText('1980-03-05')).toBe('05/03/1980');
    expect(writeDayText('1980')).toBe('1980');
    expect(writeDayText(null)).toBe('');
  });
});
