import { openText, sealText } from '../../platform/sealed-text.ts';

/**
 * The households a person opened last, for their home page. Kept by the tab alone and under the person's account: a
 * shared computer shows nobody another's, and nothing stays when the tab is closed.
 */
const MOST = 5;
const keyOf = (account: string): string => `benvung.opened.${account}`;

export interface OpenedHousehold {
  readonly id: string;
  readonly head: string;
}

export function listOpened(account: string): readonly OpenedHousehold[] {
  try {
    const kept: unknown = JSON.parse(
      openText(sessionStorage.getItem(keyOf(account)) ?? '', keyOf(account)) ?? '[]',
    );
    return Array.isArray(kept) ? kept.filter(isOpened) : [];
  } catch {
    return [];
  }
}

const isOpened = (one: unknown): one is OpenedHousehold =>
  typeof one === 'object' && one !== null && 'id' in one && 'head' in one;

export function rememberOpened(account: string, household: OpenedHousehold): void {
  const others = listOpened(account).filter(({ id }) => id !== household.id);
  try {
    const kept = sealText(JSON.stringify([household, ...others].slice(0, MOST)), keyOf(account));
    if (kept !== null) sessionStorage.setItem(keyOf(account), kept);
  } catch {
    // A browser without storage only shows no list.
  }
}
