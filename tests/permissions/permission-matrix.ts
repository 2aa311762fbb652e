import type { Role } from '@benvung/contract/access';

/**
 * Who may do what, written by hand and apart from the code it is held against. `anyone`: also without signing in;
 * `everyone`: whoever is signed in, whatever their role. Wherever a role is allowed it is allowed within its own areas
 * alone; the nation is an area like any other.
 */
export type Allowed = 'anyone' | 'everyone' | readonly Role[];

const OFFICE: Allowed = ['officer', 'administrator'];
const FIELD: Allowed = ['enumerator', 'officer'];
const ADMINISTRATORS: Allowed = ['administrator'];
const OVERSEERS: Allowed = ['inspector', 'administrator'];
/** Those who may carry lists of people away, for a purpose. */
const EXPORTERS: Allowed = ['officer', 'approver', 'inspector', 'administrator'];
/** Those whose work needs what is closed by default. */
const NEED_TO_KNOW: Allowed = ['enumerator', 'officer', 'approver', 'inspector'];

export const permissionMatrix: Readonly<Record<string, Allowed>> = {
  'POST /api/session': 'anyone',
  'POST /api/session/second-step': 'anyone',
  'GET /api/session': 'everyone',
  'DELETE /api/session': 'anyone',
  'GET /api/public/info': 'anyone',
  'POST /api/public/verification': 'anyone',
  'GET /api/session/open-id': 'anyone',
  'GET /api/session/open-id/return': 'anyone',

  'GET /api/me': 'everyone',
  'POST /api/me/password': 'everyone',
  'POST /api/me/sessions-end': 'everyone',
  'POST /api/me/second-factor': 'everyone',
  'POST /api/me/second-factor/confirmation': 'everyone',
  'POST /api/me/second-factor/removal': 'everyone',
  'POST /api/me/recovery-codes': 'everyone',

  'GET /api/accounts': ADMINISTRATORS,
  'GET /api/accounts/file': ADMINISTRATORS,
  'GET /api/accounts/:id': ADMINISTRATORS,
  'POST /api/accounts': ADMINISTRATORS,
  'POST /api/accounts/:id/name': ADMINISTRATORS,
  'POST /api/accounts/:id/roles': ADMINISTRATORS,
  'POST /api/accounts/:id/status': ADMINISTRATORS,
  'POST /api/accounts/:id/one-time-password': ADMINISTRATORS,
  'POST /api/accounts/:id/second-factor-reset': ADMINISTRATORS,
  'POST /api/accounts/:id/sessions-end': ADMINISTRATORS,
  'POST /api/accounts/:id/external-name': ADMINISTRATORS,
  'GET /api/access-policy': ADMINISTRATORS,
  'GET /api/administration': ADMINISTRATORS,
  'POST /api/access-policy': ADMINISTRATORS,
  'GET /api/audit': OVERSEERS,
  'GET /api/audit/file': OVERSEERS,
  'POST /api/audit/verification': OVERSEERS,

  'POST /api/plan-checks': 'everyone',

  'GET /api/batches': OFFICE,
  'POST /api/batches': OFFICE,
  'GET /api/batches/:id': OFFICE,
  'GET /api/batches/:id/issues': OFFICE,
  'POST /api/batches/:id/reading': OFFICE,
  'POST /api/batches/:id/publication': OFFICE,
  'POST /api/batches/:id/undoing': OFFICE,
  'POST /api/batches/:id/discarding': OFFICE,
  'GET /api/batches/:id/file': OFFICE,

  'GET /api/comparisons': ['officer'],
  'POST /api/comparisons': ['officer'],
  'GET /api/comparisons/:id': ['officer'],
  'GET /api/comparisons/:id/differences': ['officer'],
  'GET /api/comparisons/:id/file': ['officer'],
  'POST /api/comparisons/:id/disclosures': ['officer'],
  'POST /api/comparisons/:id/decisions': ['officer'],

  'GET /api/import-templates': OFFICE,

  'POST /api/imports': OFFICE,

  'GET /api/exports/household-list': EXPORTERS,
  'GET /api/exports/households': EXPORTERS,
  'GET /api/exports/members': EXPORTERS,
  'GET /api/exports/members-closed': ['officer', 'approver', 'inspector'],
  'POST /api/table-files': 'everyone',

  'GET /api/households': 'everyone',
  'POST /api/households/identity-search': NEED_TO_KNOW,
  'GET /api/households/:id': 'everyone',
  'GET /api/households/:id/record': ['officer'],
  'GET /api/households/:id/reviews/:year': 'everyone',

  'GET /api/low-income-workers': 'everyone',
  'GET /api/exports/low-income-workers': EXPORTERS,

  'POST /api/households/:id/disclosures': NEED_TO_KNOW,
  'GET /api/saved-views': 'everyone',
  'POST /api/saved-views': 'everyone',
  'POST /api/saved-views/:id/removal': 'everyone',
  'POST /api/households': ['officer'],
  'POST /api/households/bulk': ['officer'],
  'POST /api/households/:id/corrections': ['officer'],
  'POST /api/households/:id/moves': ['officer'],
  'POST /api/households/:id/splits': ['officer'],
  'POST /api/households/:id/merges': ['officer'],
  'POST /api/households/:id/merges/:mergeId/undo': ['officer'],
  'POST /api/households/likenesses': FIELD,
  'GET /api/duplicates': 'everyone',
  'GET /api/duplicates/file': EXPORTERS,
  'GET /api/duplicates/:id/:otherId': 'everyone',
  'POST /api/duplicates/search': ['officer'],
  'POST /api/duplicates/:id/:otherId/dismissal': ['officer'],
  'POST /api/duplicates/:id/:otherId/reopening': ['officer'],
  'POST /api/households/:id/end': ['officer'],
  'POST /api/households/:id/flags/:flag': ['officer'],

  'GET /api/jobs': 'everyone',
  'POST /api/jobs/:id/stop': 'everyone',
  'POST /api/jobs/seen': 'everyone',

  'POST /api/households/:id/members': ['officer'],
  'POST /api/households/:id/members/:personId/corrections': ['officer'],
  'POST /api/households/:id/members/:personId/departure': ['officer'],
  'POST /api/households/:id/head': ['officer'],

  'GET /api/measures': 'everyone',

  'GET /api/public/tables/1': 'anyone',

  'GET /api/home': 'everyone',
  'POST /api/home/reminders': 'everyone',

  'GET /api/reported-tables': 'everyone',

  'GET /api/tables': 'everyone',
  'GET /api/tables/:number': 'everyone',
  'GET /api/tables/:number/file': 'everyone',
  'GET /api/tables/:number/households': 'everyone',
  'GET /api/tables/:number/households/file': EXPORTERS,

  'GET /api/rounds/:id/corrections': 'everyone',
  'POST /api/rounds/:id/corrections': ['approver', 'administrator'],

  'GET /api/desk': 'everyone',

  'GET /api/ledger': 'everyone',

  'GET /api/rounds/:id/matches/file': EXPORTERS,
  'GET /api/rounds/:id/missing/file': EXPORTERS,
  'GET /api/rounds/:id/corrections/file': EXPORTERS,

  'GET /api/rounds/:id/history': 'everyone',

  'GET /api/round-opening': 'everyone',
  'POST /api/round-opening': ['officer', 'approver', 'administrator'],

  'GET /api/rounds/:id/missing': 'everyone',
  'POST /api/rounds/:id/missing': OFFICE,
  'GET /api/rounds/:id/entries': FIELD,
  'GET /api/rounds/:id/entry-form': FIELD,
  'GET /api/rounds/:id/entries/:householdId': FIELD,
  'PUT /api/rounds/:id/entries/:householdId/draft': FIELD,
  'POST /api/rounds/:id/entries/:householdId': FIELD,
  'POST /api/rounds/:id/totals': FIELD,
  'GET /api/rounds/:id/matches': 'everyone',
  'POST /api/rounds/:id/matches': OFFICE,
  'POST /api/rounds/:id/matches/decisions': OFFICE,

  'POST /api/matches/:id/decision': OFFICE,
  'POST /api/matches/:id/undo': OFFICE,

  'GET /api/population-base': 'everyone',
  'POST /api/population-base': OFFICE,

  'GET /api/review-postings': 'everyone',
  'GET /api/review-postings/plan': OFFICE,
  'POST /api/review-postings': OFFICE,
  'GET /api/review-postings/:id': 'everyone',
  'POST /api/review-postings/:id/photos': ['enumerator', 'officer', 'administrator'],
  'GET /api/review-postings/:id/photos/:photoId': 'everyone',
  'GET /api/review-grievances': ['enumerator', 'officer', 'approver', 'inspector', 'administrator'],
  'GET /api/review-grievances/:id': ['enumerator', 'officer', 'approver', 'inspector', 'administrator'],
  'POST /api/review-grievances': ['officer'],
  'POST /api/review-grievances/:id/acts': FIELD,
  'GET /api/review-board': 'everyone',
  'GET /api/review-cases': 'everyone',
  'GET /api/review-cases/:id': 'everyone',
  'POST /api/review-cases/:id/acts': OFFICE,
  'POST /api/review-requests': FIELD,
  'POST /api/rounds/:id/procedure': OFFICE,
  'GET /api/rounds/:id/meetings': 'everyone',
  'POST /api/rounds/:id/meetings': FIELD,
  'GET /api/review-meetings/:id': 'everyone',
  'PUT /api/review-meetings/:id/attendance': FIELD,
  'PUT /api/review-meetings/:id/votes/:caseId': FIELD,
  'POST /api/review-meetings/:id/close': FIELD,
  'POST /api/review-meetings/:id/reopen': FIELD,
  'GET /api/recognition-desk': 'everyone',
  'POST /api/rounds/:id/submissions': ['officer', 'approver'],
  'GET /api/review-submissions/:id': 'everyone',
  'POST /api/review-submissions/:id/opinion': ['approver'],
  'POST /api/review-submissions/:id/recall': ['officer', 'approver'],
  'POST /api/rounds/:id/recognitions': ['approver'],
  'GET /api/review-decisions/:id': 'everyone',
  'POST /api/review-decisions/:id/certificates': ['officer', 'approver'],
  'GET /api/review-certificates': 'everyone',
  'GET /api/review-certificates/:id': 'everyone',
  'POST /api/review-certificates/:id/revocation': ['officer', 'approver'],
  'POST /api/review-certificates/:id/reissue': ['officer', 'approver'],

  'GET /api/rounds': 'everyone',
  'GET /api/rounds/standards': 'everyone',
  'POST /api/rounds': OFFICE,
  'POST /api/rounds/:id/close': OFFICE,
  'POST /api/rounds/:id/reopen': OFFICE,

  'POST /api/years/:year/lock': ['approver', 'administrator'],

  'GET /api/ethnic-groups': 'everyone',

  'GET /api/household-changes': 'everyone',
  'GET /api/scorecards/items': 'everyone',
  'GET /api/scorecards/template': 'everyone',
  'POST /api/scorecards': ADMINISTRATORS,
  'GET /api/simulations': 'everyone',
  'GET /api/simulations/households': 'everyone',
  'GET /api/standards': 'everyone',
  'GET /api/standards/:id': 'everyone',

  'GET /api/territory/units': 'everyone',
  'GET /api/territory/units/:id': 'everyone',
  'GET /api/territory/maps': 'everyone',
  'POST /api/territory/villages': OFFICE,
  'POST /api/territory/villages/:id/rename': OFFICE,
  'POST /api/territory/villages/merge': OFFICE,
  'POST /api/territory/villages/:id/assign': OFFICE,
  'GET /api/territory/units/:id/designations': 'everyone',
  'GET /api/territory/designations': 'everyone',
  'GET /api/territory/units/:id/local-groups': 'everyone',
  'POST /api/territory/designations': ADMINISTRATORS,
  'POST /api/territory/local-groups': ADMINISTRATORS,
  'GET /api/territory/loads': ADMINISTRATORS,
  'POST /api/territory/lists': ADMINISTRATORS,
};

/** Endpoints that answer nobody below the nation, whatever their role. */
export const NATION_ONLY: readonly string[] = ['POST /api/access-policy', 'POST /api/territory/lists'];

/** What each command of the command line does to the data. Whoever may run it on the server may do all of it. */
export const commandMatrix: Readonly<Record<string, 'changes' | 'reads' | 'serves'>> = {
  'batch list': 'reads',
  'batch undo': 'changes',
  compare: 'changes',
  'compare list': 'reads',
  'compare export': 'reads',
  start: 'serves',
  help: 'reads',
  backup: 'reads',
  restore: 'changes',
  'user add': 'changes',
  'user list': 'reads',
  'user disable': 'changes',
  'user enable': 'changes',
  'user reset': 'changes',
  'user roles': 'changes',
  'verify audit': 'reads',
  'demo load': 'changes',
  'demo remove': 'changes',
  'demo accounts': 'reads',
  import: 'changes',
  export: 'reads',
  'household show': 'reads',
  'household duplicates': 'changes',
  'household low-income-workers': 'reads',
  'person find': 'reads',
  'person show': 'reads',
  'person export': 'reads',
  'person correct': 'changes',
  table: 'reads',
  measure: 'reads',
  'table import': 'changes',
  'round open': 'changes',
  'round close': 'changes',
  'round lock': 'changes',
  'verify ledger': 'reads',
  'retention show': 'reads',
  'retention set': 'changes',
  'retention run': 'changes',
  mpi: 'reads',
  classify: 'reads',
  simulate: 'reads',
  'scorecard load': 'changes',
  'scorecard template': 'reads',
  'scorecard list': 'reads',
  'verify territory': 'reads',
  'territory load': 'changes',
  'designation load': 'changes',
  'designation show': 'reads',
  'local-groups load': 'changes',
};
