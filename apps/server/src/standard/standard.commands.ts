import type { CliCommand } from '../platform/cli/command.ts';
import { classifyCommand } from './classify.commands.ts';
import { mpiCommand } from './mpi.commands.ts';
import { scorecardCommands } from './scorecard.commands.ts';
import { simulateCommand } from './simulate.commands.ts';

export const standardCommands: readonly CliCommand[] = [
  mpiCommand,
  classifyCommand,
  simulateCommand,
  ...scorecardCommands,
];
