/** What other features may use of `access`. */
export { createAccount, type NewAccountDraft } from './add-account.ts';
export {
  DEMONSTRATION_PASSWORD,
  deleteDemonstrationAccounts,
  listDemonstrationAccounts,
} from './demonstration-accounts.ts';
