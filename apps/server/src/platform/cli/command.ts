import type { Clock } from '../clock.ts';
import type { DatabaseHandle } from '../database/database.ts';

/** 0 done; 1 a check failed; 2 wrong usage; 3 the environment; 4 the data was refused. */
export const EXIT = { ok: 0, checkFailed: 1, usage: 2, environment: 3, refused: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface CommandOption {
  /** What stands after the option, e.g. "YEAR"; an option without it is a flag. */
  readonly value?: string;
  readonly required?: boolean;
  readonly summary: string;
}

/** One command of `benvung`. A feature exports a list of them from its `*.commands.ts`. */
export interface CliCommand {
  /** One or two words: "table", "verify audit". */
  readonly name: string;
  /** One line, Vietnamese first. */
  readonly summary: string;
  /** What stands after the name, e.g. "FILE --round YEAR --unit CODE [--dry-run]". */
  readonly usage: string;
  /** Longer text for `help NAME`. */
  readonly description?: string;
  /** False for a command that opens neither the database nor the server's socket. */
  readonly needsDatabase: boolean;
  /** The fewest and the most words that may stand beside the options; none unless told. */
  readonly words?: readonly [fewest: number, most: number];
  /** Options without their dashes; `--json` and `--help` always exist. An unknown option is refused. */
  readonly options?: Readonly<Record<string, CommandOption>>;
  run(context: CliContext, args: CliArguments): Promise<ExitCode>;
}

export interface CliArguments {
  readonly words: readonly string[];
  /** The value of an option. */
  text(option: string): string | undefined;
  /** Whether a flag was given. */
  flag(option: string): boolean;
}

/** Where a command runs: this process, or the server that holds the data folder on behalf of another. */
export interface CliContext {
  readonly json: boolean;
  /** The caller's folder; resolve every path against it with `path()`. */
  readonly cwd: string;
  path(relative: string): string;
  /** A line for people: on stdout, or on stderr when `--json` was given. */
  out(line: string): void;
  /** Text on stdout exactly as given, without a line end (CSV, a table as a file). */
  write(text: string): void;
  /** The one JSON value on stdout. */
  printJson(value: unknown): void;
  /** A line on stderr. */
  err(line: string): void;
  /** A step of long work, on stderr; `done` of `total` when countable. */
  progress(text: string, done?: number, total?: number): void;
  /** All of the caller's standard input. */
  input(): Promise<string>;
  /** The open, migrated database; throws for a command that declared `needsDatabase: false`. */
  readonly database: DatabaseHandle;
  readonly clock: Clock;
  /** Name written into the audit log for acts by command line, e.g. "cli:root". */
  readonly actor: string;
}

/** Ends a command with a message of one line and an exit code; thrown anywhere below `run`. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.name = 'CommandFailure';
    this.exitCode = exitCode;
  }
}

/** Vietnamese first, English after it, in one line. */
export const bilingual = (vietnamese: string, english: string): string => `${vietnamese} (${english})`;

export const environmentFailure = (vietnamese: string, english: string): CommandFailure =>
  new CommandFailure(EXIT.environment, bilingual(vietnamese, english));

export const usageFailure = (vietnamese: string, english: string): CommandFailure =>
  new CommandFailure(EXIT.usage, bilingual(vietnamese, english));

export const refusal = (vietnamese: string, english: string): CommandFailure =>
  new CommandFailure(EXIT.refused, bilingual(vietnamese, english));
