import { type CliCommand, type CliContext, CommandFailure, EXIT, type ExitCode } from './command.ts';
import type { CommandOutput } from './command-context.ts';
import { fileFailure } from './file-failure.ts';
import { commandText } from './help-text.ts';
import { type ParsedCommandLine, parseCommandLine } from './parse-command-line.ts';

/** Turns what was thrown into one line on stderr and an exit code; a bug shows its stack. */
export function reportFailure(error: unknown, output: CommandOutput): ExitCode {
  const known = error instanceof CommandFailure ? error : fileFailure(error);
  if (known !== undefined) {
    output.stderr(`${known.message}\n`);
    return known.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  output.stderr(`Lỗi không mong đợi (unexpected error): ${text}\n`);
  return EXIT.environment;
}

/**
 * Parses a command line and runs it; `withContext` gives the context (opening the database, or handing the
 * whole line to the server that holds it).
 */
export async function runCommandLine(
  typed: readonly string[],
  commands: readonly CliCommand[],
  output: CommandOutput,
  withContext: (
    parsed: ParsedCommandLine,
    run: (context: CliContext) => Promise<ExitCode>,
  ) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    const parsed = parseCommandLine(typed, commands);
    if (parsed.help) {
      output.stdout(`${commandText(parsed.command)}\n`);
      return EXIT.ok;
    }
    return await withContext(parsed, (context) => parsed.command.run(context, parsed.args));
  } catch (error) {
    return reportFailure(error, output);
  }
}
