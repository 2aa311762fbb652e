import { accessCommands } from './access/access.commands.ts';
import { retentionCommands, technicalSweepers } from './access/access.public.ts';
import { demonstrationCommands } from './demonstration/demonstration.commands.ts';
import { documentCommands } from './document/document.commands.ts';
import { exchangeCommands } from './exchange/exchange.commands.ts';
import { householdCommands } from './household/household.commands.ts';
import { endedHouseholdSweeper } from './household/household.public.ts';
import { dutyCommands } from './plan/duty/duty.commands.ts';
import { planCommands } from './plan/plan.commands.ts';
import { planStructureCommands } from './plan/structure/plan-structure.commands.ts';
import { targetCommands } from './plan/target/target.commands.ts';
import type { CliCommand } from './platform/cli/command.ts';
import { mailCommands } from './platform/mail/mail.commands.ts';
import { programmeCommands } from './programme/programme.commands.ts';
import { reportCommands } from './report/report.commands.ts';
import { reviewCommands } from './review/review.commands.ts';
import { complainantSweeper, requesterSweeper } from './review/review.public.ts';
import { standardCommands } from './standard/standard.commands.ts';
import { territoryCommands } from './territory/territory.commands.ts';

/** Every feature's commands; a feature adds one line here. */
export const featureCommands: readonly CliCommand[] = [
  ...accessCommands,
  ...demonstrationCommands,
  ...documentCommands,
  ...dutyCommands,
  ...exchangeCommands,
  ...householdCommands,
  ...mailCommands,
  ...planCommands,
  ...planStructureCommands,
  ...programmeCommands,
  ...reportCommands,
  ...reviewCommands,
  ...retentionCommands([...technicalSweepers, endedHouseholdSweeper, complainantSweeper, requesterSweeper]),
  ...standardCommands,
  ...targetCommands,
  ...territoryCommands,
];
