/** What other features may use of `access`. */
export { createAccount } from './add-account.ts';
export {
  DEMONSTRATION_PASSWORD,
  deleteDemonstrationAccounts,
  listDemonstrationAccounts,
} from './demonstration-accounts.ts';
export { readOpenIdSettings } from './open-id.ts';
