/** Refusals of the territory. */
export type TerritoryProblemCode =
  | 'territory.unit-unknown'
  | 'territory.name-missing'
  | 'territory.village-name-taken'
  | 'territory.village-parent-not-commune'
  | 'territory.village-not-waiting'
  | 'territory.not-a-successor'
  | 'territory.file-unreadable'
  | 'territory.file-refused'
  | 'territory.list-already-loaded';

/** What can be wrong with one row of a list of units. */
export type ListRowProblemCode =
  | 'territory.row-code-invalid'
  | 'territory.row-code-twice'
  | 'territory.row-type-unknown'
  | 'territory.row-parent-unknown'
  | 'territory.row-old-unit-unknown'
  | 'territory.row-new-unit-unknown'
  | 'territory.row-successor-missing'
  | 'territory.row-new-unit-without-parts'
  | 'territory.row-crosses-province'
  | 'territory.row-unit-not-listed'
  | 'territory.row-day-not-after-last'
  | 'territory.row-kind-unknown'
  | 'territory.row-kind-level'
  | 'territory.row-day-unreadable'
  | 'territory.row-end-before-start'
  | 'territory.row-source-missing'
  | 'territory.row-unit-missing'
  | 'territory.row-unit-unknown'
  | 'territory.row-unit-ambiguous'
  | 'territory.row-unit-outside-area'
  | 'territory.row-not-a-province'
  | 'territory.row-group-unknown'
  | 'territory.row-group-overlaps'
  | 'territory.row-designation-overlaps';
