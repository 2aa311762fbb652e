/** What refuses a document as a whole. */
export type PlanFileProblemCode =
  | 'plan.file-empty'
  | 'plan.file-type-unknown'
  | 'plan.file-old-word'
  | 'plan.file-too-large'
  | 'plan.file-damaged'
  | 'plan.file-encrypted'
  | 'plan.file-expands-too-much'
  | 'plan.file-too-deep'
  | 'plan.file-unsafe'
  | 'plan.file-not-text'
  | 'plan.file-too-slow'
  | 'plan.pdf-without-text';

export type PlanProblemCode = PlanFileProblemCode;
