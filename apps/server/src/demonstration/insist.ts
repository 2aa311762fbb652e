import type { Result } from '@benvung/domain/shared/result';

/** The demonstration is made to be accepted; a refusal is a bug of it, and nothing of it may stay. */
export function insist<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`The demonstration was refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}
