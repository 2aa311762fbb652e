/** What other features may use of duties. */
export { actOnDuty } from './act-on-duty.ts';
export { replaceMembers } from './agency.store.ts';
export { assignedEvent, type Desk, newDutyOf } from './assign-duties.ts';
export { assignReports } from './assign-reports.ts';
export { insertDuties } from './duty-write.store.ts';
export { homeDuties } from './home-duties.ts';
export { makeAgency } from './keep-agency.ts';
