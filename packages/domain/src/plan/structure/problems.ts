export type PlanStructureProblemCode =
  | 'plan.wrong-state'
  | 'plan.reason-missing'
  | 'plan.has-errors'
  | 'plan.exists-already'
  | 'plan.open-version'
  | 'plan.version-conflict'
  | 'plan.unit-has-none'
  | 'plan.programme-unknown'
  | 'plan.years-unfit'
  | 'plan.household-outside'
  | 'plan.too-many-households'
  | 'plan.no-targets-below';
