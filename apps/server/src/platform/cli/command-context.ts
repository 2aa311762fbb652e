import { resolve } from 'node:path';
import type { Clock } from '../clock.ts';
import type { DatabaseHandle } from '../database/database.ts';
import { type CliContext, usageFailure } from './command.ts';

/** Where the text of a command goes: this process's streams, or the socket of a waiting caller. */
export interface CommandOutput {
  stdout(text: string): void;
  stderr(text: string): void;
}

export interface ContextParts {
  readonly json: boolean;
  readonly cwd: string;
  readonly actor: string;
  readonly output: CommandOutput;
  /** Reads the caller's standard input; absent where it does not reach. */
  readonly input?: () => Promise<string>;
  readonly clock: Clock;
  readonly database?: DatabaseHandle;
}

export function commandContext(parts: ContextParts): CliContext {
  const { json, cwd, actor, output, input, clock, database } = parts;
  const err = (line: string) => output.stderr(`${line}\n`);
  return {
    json,
    cwd,
    actor,
    clock,
    path: (relative) => resolve(cwd, relative),
    out: (line) => (json ? err(line) : output.stdout(`${line}\n`)),
    write: (text) => output.stdout(text),
    printJson: (value) => output.stdout(`${JSON.stringify(value)}\n`),
    err,
    progress: (text, done, total) => err(total === undefined ? text : `${text} ${done ?? 0}/${total}`),
    input: async () => {
      if (input === undefined)
        throw usageFailure('Ở đây không đọc được đầu vào chuẩn.', 'Standard input cannot be read here.');
      return input();
    },
    get database() {
      if (database === undefined) throw new Error('This command declared that it needs no database.');
      return database;
    },
  };
}
