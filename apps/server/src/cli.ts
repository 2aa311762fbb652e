import { userInfo } from 'node:os';
import { featureCommands } from './command-list.ts';
import { startCommand } from './main.ts';
import type { CliCommand } from './platform/cli/command.ts';
import { type CommandOutput, commandContext } from './platform/cli/command-context.ts';
import { helpCommand } from './platform/cli/help.ts';
import { runCommandLine } from './platform/cli/run-command.ts';
import { machineClock } from './platform/clock.ts';
import { openReadyDatabase } from './platform/database/open-database.ts';

const commands: CliCommand[] = [startCommand, ...featureCommands];
commands.push(helpCommand(commands));

const output: CommandOutput = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
};

/** Runs one command line in this process, or through the server that holds the data folder. */
export async function runCli(typed: readonly string[]): Promise<void> {
  const line = typed.length === 0 || typed[0]?.startsWith('-') ? ['help', ...typed] : typed;
  const actor = `cli:${userInfo().username}`;
  process.exitCode = await runCommandLine(line, commands, output, async ({ command, json }, run) => {
    const parts = { json, cwd: process.cwd(), actor, output };
    if (!command.needsDatabase) return run(commandContext({ ...parts, clock: machineClock() }));
    const { database, clock } = await openReadyDatabase(process.env);
    try {
      return await run(commandContext({ ...parts, clock, database }));
    } finally {
      await database.close();
    }
  });
}
