/** Plans for other features; every act works inside the caller's transaction. */
export { startPlan, stepPlan } from './act-on-plan.ts';
export { findAssigned } from './check-plan.ts';
export { putHouseholdSolutions, readPlanHouseholds } from './household-annex.ts';
export { findVersion } from './plan.store.ts';
export { issuePlan, type PaperMaker } from './plan-paper.ts';
