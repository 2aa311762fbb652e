import { OPEN_ID_OUTCOME, OPEN_ID_OUTCOMES, type OpenIdOutcome } from '@benvung/contract/access';

/** How signing in through the provider ended, read before the router tidies the address. */
const outcome: OpenIdOutcome | null = read();

function read(): OpenIdOutcome | null {
  const said = new URLSearchParams(globalThis.location?.search ?? '').get(OPEN_ID_OUTCOME);
  return OPEN_ID_OUTCOMES.find((known) => known === said) ?? null;
}

export const openIdOutcome = (): OpenIdOutcome | null => outcome;
