import type { ReviewOfHousehold } from '@benvung/contract/household';
import type { correctionCommand } from '@benvung/contract/review';
import type { PovertyCause, SupportWish } from '@benvung/domain/household/household-facts';
import type { GoneReason } from '@benvung/domain/review/review-record';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import type { z } from 'zod';

/** What is typed of a correction; it begins as the result stands. */
export interface TypedCorrection {
  readonly class: HouseholdClass | '';
  readonly persons: string;
  readonly gone: GoneReason | '';
  readonly flags: Readonly<Record<string, boolean>>;
  /** Without illness, which stays closed: `illness` says what becomes of it. */
  readonly causes: readonly PovertyCause[];
  readonly illness: '' | 'yes' | 'no';
  readonly wishes: readonly SupportWish[];
  readonly reason: string;
}

type Change = z.input<typeof correctionCommand>['change'];

export const asItStands = ({ result }: ReviewOfHousehold): TypedCorrection => ({
  class: '',
  persons: '',
  gone: '',
  flags: result?.flags ?? {},
  causes: result?.causes ?? [],
  illness: '',
  wishes: result?.wishes ?? [],
  reason: '',
});

/** Only what was said otherwise; empty when nothing was. */
export function changeOf(typed: TypedCorrection, { result }: ReviewOfHousehold): Change {
  if (typed.gone !== '') return { gone: typed.gone };
  if (result === null) return {};
  const flags = Object.entries(typed.flags).filter(([flag, holds]) => result.flags[flag] !== holds);
  const causesMoved = !sameSet(typed.causes, result.causes);
  const causes = [...typed.causes, ...(typed.illness === 'yes' ? (['illness'] as const) : [])];
  return {
    ...(typed.class === '' ? {} : { class: typed.class }),
    ...(personsOf(typed.persons) === null ? {} : { persons: personsOf(typed.persons) as number }),
    ...(flags.length === 0 ? {} : { flags: Object.fromEntries(flags) }),
    ...(typed.illness !== '' ? { causes } : causesMoved ? { causes, keepIllness: true } : {}),
    ...(sameSet(typed.wishes, result.wishes) ? {} : { wishes: [...typed.wishes] }),
  };
}

/** A number of persons from 1 to 99; null for nothing or for no such number. */
export const personsOf = (text: string): number | null =>
  /^[1-9]\d?$/u.test(text.trim()) ? Number(text.trim()) : null;

const sameSet = <Value>(one: readonly Value[], other: readonly Value[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value));

export const toggled = <Value>(values: readonly Value[], value: Value): readonly Value[] =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
