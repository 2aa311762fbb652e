import type { DocumentKind } from '@benvung/domain/document/document-data';
import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../platform/i18n.ts';
import styles from './document.module.css';
import { FreeNumbers } from './number-and-signer.tsx';
import { numberingQuery } from './numbering.api.ts';
import { numberingWords } from './numbering.words.ts';

interface SeriesLineProps {
  readonly unit: number;
  readonly kind: DocumentKind;
  readonly year: number;
}

/** How far the numbers of a kind's register have come, and which were left out; nothing where it bears none. */
export function SeriesLine({ unit, kind, year }: SeriesLineProps) {
  const t = useWords(numberingWords);
  const { numbered, type } = KIND_RULES[kind];
  const { data } = useQuery({
    ...numberingQuery({ unit, kind, day: `${year}-12-31` }),
    enabled: numbered && type !== null,
    retry: false,
  });
  if (data === undefined) return null;
  const told = {
    symbol: data.symbol,
    year: String(data.year),
    last: String(data.last),
    next: String(data.next),
  };
  return (
    <p className={styles.second}>
      {t(data.last === 0 ? 'seriesEmpty' : 'series', told)}
      <FreeNumbers numbering={data} />
    </p>
  );
}
