/** What other features may use of the tables: counted figures of units, on the map of a day. */
export { listYearsOfRounds } from './figures.store.ts';
export type { UnitsWanted } from './read-table-units.ts';
export { readUnits, seesNation } from './read-units.ts';
export { listReportChildren, type ReportUnit } from './report-unit.store.ts';
export { type FigureSheet, newSheet, sheetOfRow } from './unit-figures.ts';
