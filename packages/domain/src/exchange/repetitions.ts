import { searchKey } from '../shared/vietnamese-text.ts';
import { cellAddress, type ExchangeIssue } from './exchange-issue.ts';
import type { ListedHousehold } from './listed-household.ts';
import { maskIdentityNumber } from './read-member.ts';

/**
 * Watches a whole file for what stands in it twice: a household's code (refused), an identity number, or two
 * heads of one name and birth year in one village (warned; a person decides).
 */
export function makeRepetitionWatch(
  found: (issue: ExchangeIssue) => void,
): (household: ListedHousehold, communeId: number) => void {
  const codes = new Map<string, string>();
  const heads = new Map<string, string>();
  const numbers = new Map<number, string>();
  return (household, communeId) => {
    const at = cellAddress(household.at);
    const code =
      household.householdKey ?? (household.listCode === null ? null : `${communeId}|${household.listCode}`);
    if (code !== null) {
      const first = codes.get(code);
      if (first === undefined) codes.set(code, at);
      else
        found({
          severity: 'error',
          at,
          code: 'exchange.household-repeated',
          detail: { code: household.listCode ?? household.householdKey ?? '', first },
        });
    }
    watchHead(household, communeId);
    for (const { identityNumber } of household.members) {
      if (identityNumber === null || !/^\d{12}$/u.test(identityNumber)) continue;
      const number = Number(identityNumber);
      const first = numbers.get(number);
      if (first === undefined) numbers.set(number, at);
      else
        found({
          severity: 'warning',
          at,
          code: 'exchange.identity-repeated',
          detail: { value: maskIdentityNumber(identityNumber), first },
        });
    }
  };

  function watchHead(household: ListedHousehold, communeId: number): void {
    const head = household.members.find((member) => member.relation === 'head');
    const year = head?.birthDate?.slice(0, 4);
    if (year === undefined) return;
    const key = `${searchKey(household.headName)}|${year}|${communeId}|${household.place.village ?? ''}`;
    const at = cellAddress(household.at);
    const first = heads.get(key);
    if (first === undefined) heads.set(key, at);
    else
      found({
        severity: 'warning',
        at,
        code: 'exchange.household-resembles',
        detail: { head: household.headName, year, first },
      });
  }
}
