import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { NotFoundPage } from './not-found.page.tsx';
import { Root } from './root.tsx';
import { RouteFault } from './route-fault.tsx';
import {
  readAccountsSearch,
  readAuditSearch,
  readDeadlineSearch,
  readDeskSearch,
  readDocumentsSearch,
  readDuplicatesSearch,
  readDutiesSearch,
  readEntrySearch,
  readHomeSearch,
  readHouseholdListSearch,
  readHouseholdSearch,
  readOnlineRequestsSearch,
  readPagedSearch,
  readPlanSearch,
  readPlansSearch,
  readPostingSearch,
  readSimulationSearch,
  readTableSearch,
  readTargetSearch,
  readTerritorySearch,
  readWorkersSearch,
  type TerritorySearch,
} from './search.ts';

interface RouterContext {
  readonly queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: RouteFault,
});

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyPage(() => import('./pages/start.page.tsx'), 'StartPage'),
});

const administrationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri',
  component: lazyPage(() => import('./pages/administration.page.tsx'), 'AdministrationPage'),
});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/viec',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/home.page.tsx'), 'HomePage'),
});

const programmeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/chuong-trinh',
  component: lazyPage(() => import('./pages/programme.page.tsx'), 'ProgrammePage'),
});

const plansRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ke-hoach',
  validateSearch: readPlansSearch,
  component: lazyPage(() => import('./pages/plans.page.tsx'), 'PlansPage'),
});

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ke-hoach/$id',
  validateSearch: readPlanSearch,
  component: lazyPage(() => import('./pages/plan.page.tsx'), 'PlanPage'),
});

const planCheckRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kiem-tra-van-ban',
  component: lazyPage(() => import('./pages/plan-check.page.tsx'), 'PlanCheckPage'),
});

const tablesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bieu',
  validateSearch: readTableSearch,
  component: lazyPage(() => import('./pages/table-list.page.tsx'), 'TableListPage'),
});

const tableRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bieu/$so',
  validateSearch: readTableSearch,
  component: lazyPage(() => import('./pages/table.page.tsx'), 'TablePage'),
});

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/toan-canh',
  validateSearch: readTableSearch,
  component: lazyPage(() => import('./pages/overview.page.tsx'), 'OverviewPage'),
});

const householdsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ho',
  validateSearch: readHouseholdListSearch,
  component: lazyPage(() => import('./pages/household-list.page.tsx'), 'HouseholdListPage'),
});

const newHouseholdRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ho/moi',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/new-household.page.tsx'), 'NewHouseholdPage'),
});

const duplicatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ho/nghi-trung',
  validateSearch: readDuplicatesSearch,
  component: lazyPage(() => import('./pages/duplicates.page.tsx'), 'DuplicatesPage'),
});

const householdRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ho/$id',
  validateSearch: readHouseholdSearch,
  component: lazyPage(() => import('./pages/household.page.tsx'), 'HouseholdPage'),
});

const deskStartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ra-soat',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/desk-start.page.tsx'), 'DeskStartPage'),
});

const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ra-soat/$nam/$donVi',
  validateSearch: readDeskSearch,
  component: lazyPage(() => import('./pages/desk.page.tsx'), 'DeskPage'),
});

const deskPartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ra-soat/$nam/$donVi/$muc',
  validateSearch: readDeskSearch,
  component: lazyPage(() => import('./pages/desk.page.tsx'), 'DeskPage'),
});

const targetStartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/chi-tieu',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/targets.page.tsx'), 'TargetStartPage'),
});

const targetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/chi-tieu/$nam/$donVi',
  validateSearch: readTargetSearch,
  component: lazyPage(() => import('./pages/targets.page.tsx'), 'TargetPage'),
});

const targetPartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/chi-tieu/$nam/$donVi/$muc',
  validateSearch: readTargetSearch,
  component: lazyPage(() => import('./pages/targets.page.tsx'), 'TargetPage'),
});

const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ra-soat/ho-so/$id',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/case.page.tsx'), 'CasePage'),
});

const dutiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/viec-giao',
  validateSearch: readDutiesSearch,
  component: lazyPage(() => import('./pages/duties.page.tsx'), 'DutiesPage'),
});

const reportsDueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/viec-giao/bao-cao',
  validateSearch: readDutiesSearch,
  component: lazyPage(() => import('./pages/reports-due.page.tsx'), 'ReportsDuePage'),
});

const dutyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/viec-giao/$id',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/duty.page.tsx'), 'DutyPage'),
});

const deadlinesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ra-soat/thoi-han',
  validateSearch: readDeadlineSearch,
  component: lazyPage(() => import('./pages/deadlines.page.tsx'), 'DeadlinesPage'),
});

const ownWorkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ra-soat/viec-cua-toi',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/own-work.page.tsx'), 'OwnWorkPage'),
});

const reviewLawRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/ngay-nghi',
  component: lazyPage(() => import('./pages/review-law.page.tsx'), 'ReviewLawPage'),
});

const meetingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hop/$id',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/meeting.page.tsx'), 'MeetingPage'),
});

const meetingsStartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hop',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/desk-part-start.page.tsx'), 'DeskPartStartPage'),
});

const recognitionStartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-nhan',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/desk-part-start.page.tsx'), 'DeskPartStartPage'),
});

const submissionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-nhan/trinh/$id',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/submission.page.tsx'), 'SubmissionPage'),
});

const decisionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-nhan/quyet-dinh/$id',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/decision.page.tsx'), 'DecisionPage'),
});

const certificateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-nhan/giay/$id',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/certificate.page.tsx'), 'CertificatePage'),
});

const ownAccountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/toi',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('../features/access/own-account.page.tsx'), 'OwnAccountPage'),
});

const accountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/nguoi-dung',
  validateSearch: readAccountsSearch,
  component: lazyPage(() => import('./pages/accounts.page.tsx'), 'AccountsPage'),
});

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/nhat-ky',
  validateSearch: readAuditSearch,
  component: lazyPage(() => import('./pages/audit.page.tsx'), 'AuditPage'),
});

const entryStartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nhap-phieu',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/entry-start.page.tsx'), 'EntryStartPage'),
});

const entryRoundRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nhap-phieu/$dot',
  validateSearch: readEntrySearch,
  component: lazyPage(() => import('./pages/entry-round.page.tsx'), 'EntryRoundPage'),
});

const entryHouseholdRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nhap-phieu/$dot/$ho',
  validateSearch: readEntrySearch,
  component: lazyPage(() => import('./pages/entry-household.page.tsx'), 'EntryHouseholdPage'),
});

const postingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/niem-yet',
  validateSearch: readPostingSearch,
  component: lazyPage(() => import('./pages/posting.page.tsx'), 'PostingPage'),
});

const onlineRequestsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ra-soat/de-nghi-truc-tuyen',
  validateSearch: readOnlineRequestsSearch,
  component: lazyPage(() => import('./pages/online-requests.page.tsx'), 'OnlineRequestsPage'),
});

const documentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/van-ban',
  validateSearch: readDocumentsSearch,
  component: lazyPage(() => import('./pages/documents.page.tsx'), 'DocumentsPage'),
});

const documentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/van-ban/$id',
  component: lazyPage(() => import('./pages/document.page.tsx'), 'DocumentPage'),
});

const documentTemplatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/mau-van-ban',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/document-templates.page.tsx'), 'DocumentTemplatesPage'),
});

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nhap-excel',
  validateSearch: readPagedSearch,
  component: lazyPage(() => import('./pages/imports.page.tsx'), 'ImportsPage'),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nhap-excel/$lo',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/import.page.tsx'), 'ImportPage'),
});

/** The place chosen in the top bar is a page of its own here. */
const toChosenUnit = ({ search }: { readonly search: TerritorySearch }): void => {
  const { 'don-vi': unit, ...rest } = search;
  if (unit !== undefined)
    throw redirect({ to: '/dia-ban/$id', params: { id: String(unit) }, search: rest, replace: true });
};

const territoryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dia-ban',
  validateSearch: readTerritorySearch,
  beforeLoad: toChosenUnit,
  component: lazyPage(() => import('./pages/territory.page.tsx'), 'TerritoryStartPage'),
});

const territoryLoadRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dia-ban/nap',
  component: lazyPage(() => import('./pages/territory-load.page.tsx'), 'TerritoryLoadPage'),
});

const unitRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dia-ban/$id',
  validateSearch: readTerritorySearch,
  beforeLoad: toChosenUnit,
  component: lazyPage(() => import('./pages/territory.page.tsx'), 'TerritoryPage'),
});

const standardsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/chuan-ngheo',
  component: lazyPage(() => import('./pages/standards.page.tsx'), 'StandardsPage'),
});

const standardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/chuan-ngheo/$id',
  component: lazyPage(() => import('./pages/standard.page.tsx'), 'StandardPage'),
});

const simulationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/thu-chuan',
  validateSearch: readSimulationSearch,
  component: lazyPage(() => import('./pages/simulation.page.tsx'), 'SimulationPage'),
});

const comparisonsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nhap-excel/doi-chieu',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/comparisons.page.tsx'), 'ComparisonsPage'),
});

const comparisonRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/nhap-excel/doi-chieu/$id',
  validateSearch: readHomeSearch,
  component: lazyPage(() => import('./pages/comparison.page.tsx'), 'ComparisonPage'),
});

const workersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ho/lao-dong-thu-nhap-thap',
  validateSearch: readWorkersSearch,
  component: lazyPage(() => import('./pages/low-income-workers.page.tsx'), 'LowIncomeWorkersPage'),
});

const routeTree = rootRoute.addChildren([
  standardsRoute,
  standardRoute,
  simulationRoute,
  entryStartRoute,
  entryRoundRoute,
  entryHouseholdRoute,
  startRoute,
  homeRoute,
  planCheckRoute,
  plansRoute,
  planRoute,
  programmeRoute,
  tablesRoute,
  tableRoute,
  overviewRoute,
  householdsRoute,
  newHouseholdRoute,
  duplicatesRoute,
  workersRoute,
  householdRoute,
  administrationRoute,
  deskStartRoute,
  deskRoute,
  deskPartRoute,
  targetStartRoute,
  targetRoute,
  targetPartRoute,
  caseRoute,
  deadlinesRoute,
  dutiesRoute,
  dutyRoute,
  reportsDueRoute,
  ownWorkRoute,
  reviewLawRoute,
  meetingRoute,
  meetingsStartRoute,
  recognitionStartRoute,
  submissionRoute,
  decisionRoute,
  certificateRoute,
  ownAccountRoute,
  accountsRoute,
  auditRoute,
  postingRoute,
  onlineRequestsRoute,
  importsRoute,
  documentsRoute,
  documentRoute,
  documentTemplatesRoute,
  comparisonsRoute,
  comparisonRoute,
  importRoute,
  territoryRoute,
  territoryLoadRoute,
  unitRoute,
]);

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    scrollRestoration: true,
    defaultPreload: false,
    defaultErrorComponent: RouteFault,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
  interface HistoryState {
    /** A name that is looked for: kept by the browser's history, never in an address. */
    soughtName?: string;
  }
}
