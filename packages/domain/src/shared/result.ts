/** What a rule answers: the value, or the problem that refuses it. Bugs throw; refusals return. */
export type Result<Value, P extends Problem = Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: P };

/**
 * A refusal a person can act on. `code` is `feature.what-is-wrong` and has one HTTP status and one text in
 * each language (see the contract); `detail` fills the text's blanks and never holds sensitive values.
 */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const refuse = <Code extends string>(
  code: Code,
  detail?: Problem['detail'],
): { ok: false; problem: Problem<Code> } => ({
  ok: false,
  problem: detail === undefined ? { code } : { code, detail },
});
