import { type CliArguments, type CliCommand, usageFailure } from './command.ts';
import { nearestWord } from './nearest-word.ts';

export interface ParsedCommandLine {
  readonly command: CliCommand;
  readonly args: CliArguments;
  readonly json: boolean;
  /** `--help` was asked of this command. */
  readonly help: boolean;
}

/** Finds the command and checks its words and options; wrong usage throws with the nearest suggestion. */
export function parseCommandLine(
  typed: readonly string[],
  commands: readonly CliCommand[],
): ParsedCommandLine {
  const { command, rest } = findCommand(typed, commands);
  const { words, values, flags } = readOptions(command, rest);
  const help = flags.has('help');
  if (!help) checkCompleteness(command, words, values);
  return {
    command,
    json: flags.has('json'),
    help,
    args: { words, text: (option) => values.get(option), flag: (option) => flags.has(option) },
  };
}

/** These belong to every command and may stand before its name. */
const GLOBAL_FLAGS = ['--json', '--help', '-h'];

function findCommand(typed: readonly string[], commands: readonly CliCommand[]) {
  const leading = typed.find((word) => !GLOBAL_FLAGS.includes(word)) ?? '';
  if (leading.startsWith('-'))
    throw usageFailure(
      `Tùy chọn ${leading} phải đứng sau tên lệnh: benvung LỆNH ${leading} …`,
      `${leading} must stand after the command: benvung COMMAND ${leading} …`,
    );
  const [first = '', second = ''] = typed.filter((word) => !word.startsWith('-'));
  const named = (name: string) => commands.find((command) => command.name === name);
  const two = named(`${first} ${second}`);
  const command = two ?? named(first);
  if (command !== undefined) {
    const rest = [...typed];
    for (const word of command.name.split(' ')) rest.splice(rest.indexOf(word), 1);
    return { command, rest };
  }
  const group = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  if (group.length > 0 && second === '')
    throw usageFailure(
      `Lệnh “${first}” cần thêm một từ: ${group.join(', ')}.`,
      `"${first}" needs one more word: ${group.join(', ')}.`,
    );
  const asked = second === '' ? first : `${first} ${second}`;
  const names = commands.map(({ name }) => name);
  const meant = nearestWord(asked, names) ?? nearestWord(first, names);
  throw usageFailure(
    `Không có lệnh “${asked}”.${meant ? ` Có phải ý bạn là “${meant}”?` : ''} Gõ “benvung help” để xem các lệnh.`,
    `Unknown command "${asked}".${meant ? ` Did you mean "${meant}"?` : ''} See "benvung help".`,
  );
}

function readOptions(command: CliCommand, rest: readonly string[]) {
  const words: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const known: Record<string, { value?: string }> = { ...command.options, json: {}, help: {} };
  for (let index = 0; index < rest.length; index += 1) {
    const item = rest[index]!;
    if (item === '--') {
      words.push(...rest.slice(index + 1));
      break;
    }
    if (item === '-h') flags.add('help');
    else if (!item.startsWith('--')) words.push(item);
    else {
      const [name = '', ...joined] = item.slice(2).split('=');
      const option = Object.hasOwn(known, name) ? known[name] : undefined;
      if (option === undefined) throw unknownOption(command, name, Object.keys(known));
      if (option.value === undefined) {
        if (joined.length > 0)
          throw usageFailure(`Tùy chọn --${name} không có giá trị.`, `--${name} takes no value`);
        flags.add(name);
        continue;
      }
      if (joined.length === 0) index += 1;
      const value = joined.length > 0 ? joined.join('=') : rest[index];
      if (value === undefined || (joined.length === 0 && value.startsWith('--')))
        throw usageFailure(
          `Tùy chọn --${name} cần giá trị ${option.value}.`,
          `--${name} needs ${option.value}`,
        );
      if (values.has(name))
        throw usageFailure(`Tùy chọn --${name} được nêu hai lần.`, `--${name} was given twice`);
      values.set(name, value);
    }
  }
  return { words, values, flags };
}

function unknownOption(command: CliCommand, name: string, known: readonly string[]) {
  const meant = nearestWord(name, known);
  return usageFailure(
    `Lệnh “${command.name}” không có tùy chọn --${name}.${meant ? ` Có phải ý bạn là --${meant}?` : ''}`,
    `"${command.name}" has no option --${name}.${meant ? ` Did you mean --${meant}?` : ''}`,
  );
}

function checkCompleteness(
  command: CliCommand,
  words: readonly string[],
  values: ReadonlyMap<string, string>,
) {
  const usage = `benvung ${command.name} ${command.usage}`.trim();
  const [fewest, most] = command.words ?? [0, 0];
  if (words.length < fewest) throw usageFailure(`Thiếu tham số. Cách dùng: ${usage}`, `Usage: ${usage}`);
  if (words.length > most)
    throw usageFailure(
      `Thừa tham số “${words.slice(most).join(' ')}”. Cách dùng: ${usage}`,
      `Unexpected "${words.slice(most).join(' ')}". Usage: ${usage}`,
    );
  for (const [name, option] of Object.entries(command.options ?? {}))
    if (option.required && !values.has(name))
      throw usageFailure(
        `Thiếu --${name} ${option.value}. Cách dùng: ${usage}`,
        `Missing --${name}. Usage: ${usage}`,
      );
}
