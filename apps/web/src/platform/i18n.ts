import { nameInSentence } from '@benvung/domain/territory/unit-type';
import { useSyncExternalStore } from 'react';

/**
 * Words of the screens. Vietnamese is the source; the type asks English for the same keys, `t` refuses an
 * unknown key and asks for every blank (`{count}`) of the sentence.
 */
export type Language = 'vi' | 'en';

export interface Words<Vi extends Record<string, string>> {
  readonly vi: Vi;
  readonly en: Readonly<Record<keyof Vi, string>>;
}

type Blank<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Blank<Rest>
  : never;
type Fill<Text extends string> = [Blank<Text>] extends [never]
  ? []
  : [fill: Readonly<Record<Blank<Text>, string | number>>];

export type Translate<Vi extends Record<string, string>> = <Key extends keyof Vi>(
  key: Key,
  ...fill: Fill<Vi[Key]>
) => string;

export function defineWords<const Vi extends Record<string, string>>(
  vi: Vi,
  en: Readonly<Record<keyof Vi, string>>,
): Words<Vi> {
  return { vi, en };
}

export function translate<Vi extends Record<string, string>>(
  words: Words<Vi>,
  language: Language,
): Translate<Vi> {
  const table: Readonly<Record<keyof Vi, string>> = words[language];
  return (key, ...[fill]) =>
    fill === undefined
      ? table[key]
      : table[key].replace(/\{(\w+)\}/g, (blank, name: string, at: number, sentence: string) => {
          const value = (fill as Readonly<Record<string, string | number>>)[name];
          if (value === undefined) return blank;
          const goesOn = language === 'vi' && UNIT_BLANKS.has(name) && GOES_ON.test(sentence.slice(0, at));
          return goesOn ? nameInSentence(String(value)) : String(value);
        });
}

/** Blanks that take a unit's name: inside a Vietnamese sentence it is written `xã Hồng Hạ`. */
const UNIT_BLANKS: ReadonlySet<string> = new Set([
  'unit',
  'commune',
  'village',
  'district',
  'parent',
  'superior',
]);
const GOES_ON = /[\p{L}\d,(] *$/u;

const STORED_AS = 'benvung.language';
const listeners = new Set<() => void>();
let current: Language = readStoredLanguage();

function readStoredLanguage(): Language {
  try {
    return globalThis.localStorage?.getItem(STORED_AS) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

export const getLanguage = (): Language => current;

export function setLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = language;
  try {
    localStorage.setItem(STORED_AS, language);
  } catch {
    // A browser that keeps nothing still switches for this page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, getLanguage);

const translations = new WeakMap<object, Map<Language, unknown>>();

/** The same function for the same words and language, so that it can stand among dependencies. */
export function useWords<Vi extends Record<string, string>>(words: Words<Vi>): Translate<Vi> {
  const language = useLanguage();
  const known = translations.get(words) ?? new Map<Language, unknown>();
  translations.set(words, known);
  const t = (known.get(language) as Translate<Vi> | undefined) ?? translate(words, language);
  known.set(language, t);
  return t;
}
