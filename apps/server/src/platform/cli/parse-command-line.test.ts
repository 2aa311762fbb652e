import { describe, expect, test } from 'vitest';
import { type CliCommand, CommandFailure, EXIT } from './command.ts';
import { nearestWord } from './nearest-word.ts';
import { parseCommandLine } from './parse-command-line.ts';

const command = (name: string, more: Partial<CliCommand> = {}): CliCommand => ({
  name,
  summary: name,
  usage: '',
  needsDatabase: false,
  run: async () => EXIT.ok,
  ...more,
});
const commands = [
  command('table', {
    usage: 'N --unit CODE',
    words: [1, 1],
    options: {
      unit: { value: 'CODE', required: true, summary: '' },
      map: { value: 'DAY', summary: '' },
      'dry-run': { summary: '' },
    },
  }),
  command('verify audit'),
  command('verify ledger'),
];
const parse = (line: string) => parseCommandLine(line.split(' '), commands);
const refused = (line: string): CommandFailure => {
  try {
    parse(line);
  } catch (error) {
    if (error instanceof CommandFailure) return error;
    throw error;
  }
  throw new Error(`"${line}" was accepted`);
};

describe('a command line', () => {
  test('may have its options anywhere and joined by an equals sign', () => {
    for (const line of ['table 1 --unit 46 --json', '--json table --unit=46 1']) {
      const { command: found, args, json } = parse(line);
      expect([found.name, args.words, args.text('unit'), json]).toEqual(['table', ['1'], '46', true]);
    }
    const { args, json } = parse('table --unit -5 --dry-run -- --x');
    expect([args.words, args.text('unit'), args.flag('dry-run'), json]).toEqual([['--x'], '-5', true, false]);
  });

  test('names a command of two words', () => {
    expect(parse('verify audit').command.name).toBe('verify audit');
    expect(parse('verify --json ledger').command.name).toBe('verify ledger');
  });

  test('asking for help needs nothing else', () => {
    expect(parse('table --help').help).toBe(true);
    expect(parse('table -h').help).toBe(true);
  });

  const wrong: [line: string, says: string][] = [
    ['tabel 1', '“table”'],
    ['verify aduit', '“verify audit”'],
    ['verify', 'verify audit, verify ledger'],
    ['table 1 --unti 46', '--unit'],
    ['table 1', '--unit'],
    ['table --unit 46', 'table N'],
    ['table 1 2 --unit 46', '“2”'],
    ['table 1 --unit', '--unit'],
    ['table 1 --unit --json', '--unit'],
    ['table 1 --unit 46 --dry-run=yes', '--dry-run'],
    ['table 1 --unit 46 --unit 47', '--unit'],
    ['--unit 46 table 1', '--unit'],
    ['--json --unit 46 table 1', '--unit'],
    ['constructor', 'benvung help'],
    ['table 1 --unit 46 --constructor', '--constructor'],
  ];
  for (const [line, says] of wrong)
    test(`"${line}" is wrong usage and says ${says}`, () => {
      const failure = refused(line);
      expect(failure.exitCode).toBe(EXIT.usage);
      expect(failure.message).toContain(says);
      expect(failure.message).not.toContain('\n');
    });
});

test('a word too far from every known one suggests nothing', () => {
  expect(nearestWord('xyzzy', ['table', 'import'])).toBeUndefined();
  expect(nearestWord('imprt', ['table', 'import', 'export'])).toBe('import');
  expect(nearestWord('exprot', ['table', 'import', 'export'])).toBe('export');
});
