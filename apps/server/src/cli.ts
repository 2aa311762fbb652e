import { userInfo } from 'node:os';
import { featureCommands } from './command-list.ts';
import { firstLoad } from './first-load.ts';
import { startCommand } from './main.ts';
import { backupCommands } from './platform/backup/backup.commands.ts';
import { type CliCommand, type CliContext, EXIT, type ExitCode } from './platform/cli/command.ts';
import { type CommandOutput, commandContext } from './platform/cli/command-context.ts';
import { askServer, type CommandRequest, socketAddress } from './platform/cli/command-socket.ts';
import { helpCommand } from './platform/cli/help.ts';
import { reportFailure, runCommandLine } from './platform/cli/run-command.ts';
import { machineClock } from './platform/clock.ts';
import { dataFolderOf, openReadyDatabase } from './platform/database/open-database.ts';

const commands: CliCommand[] = [startCommand(runForCaller), ...featureCommands, ...backupCommands];
commands.push(helpCommand(commands));

const output: CommandOutput = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
};

const input = async (): Promise<string> => {
  let text = '';
  for await (const piece of process.stdin.setEncoding('utf8')) text += piece;
  return text;
};

function actorName(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    return `cli:${process.getuid?.() ?? 'unknown'}`;
  }
}

/** Runs one command line in this process, or through the server that holds the data folder. */
export async function runCli(typed: readonly string[]): Promise<void> {
  const line = typed.some((word) => !word.startsWith('-')) ? typed : ['help', ...typed];
  const request = { line, cwd: process.cwd(), actor: actorName() };
  process.stdout.on('error', leaveWhenNobodyReads);
  process.exitCode = await runCommandLine(line, commands, output, async ({ command, json }, run) => {
    if (!command.needsDatabase)
      return run(commandContext({ ...request, json, output, input, clock: machineClock() }));
    return (await throughServer(request)) ?? withDatabase(request, json, run);
  });
}

const throughServer = async (request: CommandRequest): Promise<ExitCode | undefined> =>
  process.env.DATABASE_URL
    ? undefined
    : askServer(socketAddress(dataFolderOf(process.env)), request, { output, input });

async function withDatabase(
  request: CommandRequest,
  json: boolean,
  run: (context: CliContext) => Promise<ExitCode>,
): Promise<ExitCode> {
  const say = (text: string) => output.stderr(`${text}\n`);
  const { database, clock } = await openReadyDatabase(process.env, firstLoad(say, false));
  try {
    return await run(commandContext({ ...request, json, output, input, clock, database }));
  } finally {
    await database.close();
  }
}

/** In the server: runs a line that another process sent, on the server's own database. */
async function runForCaller(
  parts: Pick<CliContext, 'database' | 'clock'>,
  request: CommandRequest,
  callerOutput: CommandOutput,
  callerInput: () => Promise<string>,
): Promise<ExitCode> {
  try {
    return await runCommandLine(request.line, commands, callerOutput, async ({ json }, run) => {
      const exit = await run(
        commandContext({ ...request, json, output: callerOutput, input: callerInput, ...parts }),
      );
      await parts.clock.refresh(parts.database.db);
      return exit;
    });
  } catch (error) {
    return reportFailure(error, callerOutput);
  }
}

/** `benvung table 1 | head`: the reader went away, which is no fault. */
function leaveWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.ok);
}
