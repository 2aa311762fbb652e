/** What other features may use of `access`. */
export { createAccount } from './add-account.ts';
export {
  DEMONSTRATION_PASSWORD,
  deleteDemonstrationAccounts,
  listDemonstrationAccounts,
} from './demonstration-accounts.ts';
export { readOpenIdSettings } from './open-id.ts';
export { retentionCommands } from './retention/retention.commands.ts';
export { technicalSweepers } from './retention/technical-sweepers.ts';
