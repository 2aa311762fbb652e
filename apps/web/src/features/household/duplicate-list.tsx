import type { DuplicateList } from '@benvung/contract/household-duplicates';
import { Button } from '@mantine/core';
import { useWords } from '../../platform/i18n.ts';
import { Chip } from '../../ui/chip.tsx';
import type { PairId } from './duplicates.api.ts';
import styles from './duplicates.module.css';
import { duplicatesWords } from './duplicates.words.ts';

type Pair = DuplicateList['pairs'][number];

export const pairIdOf = ({ household, other }: Pair): PairId => ({ id: household.id, otherId: other.id });
export const isSamePair = (one: PairId | null, other: PairId): boolean =>
  one !== null && one.id === other.id && one.otherId === other.otherId;

interface DuplicateTableProps {
  readonly list: DuplicateList;
  readonly open: PairId | null;
  readonly onOpen: (pair: PairId) => void;
}

/** The surest first, each with what speaks for it. */
export function DuplicateTable({ list, open, onOpen }: DuplicateTableProps) {
  const t = useWords(duplicatesWords);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys
    <section className={styles.box} aria-label={t('caption')} tabIndex={0} data-paper="landscape">
      <table className={styles.table}>
        <caption className="visually-hidden">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('certainty')}</th>
            <th scope="col">{t('pair')}</th>
            <th scope="col">{t('why')}</th>
            <th scope="col" className="no-print">
              <span className="visually-hidden">{t('open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.pairs.map((pair) => {
            const id = pairIdOf(pair);
            return (
              <tr key={`${id.id} ${id.otherId}`} className={isSamePair(open, id) ? styles.open : ''}>
                <td>
                  <Certainty pair={pair} />
                </td>
                <td>
                  <Side side={pair.household} />
                  <Side side={pair.other} />
                </td>
                <td>
                  <ul className={styles.why}>
                    {pair.why.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </td>
                <td className="no-print">
                  <Button
                    variant="outline"
                    size="xs"
                    aria-expanded={isSamePair(open, id)}
                    onClick={() => onOpen(id)}
                  >
                    {t('open')}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Certainty({ pair }: { readonly pair: Pair }) {
  const t = useWords(duplicatesWords);
  const look = {
    certain: ['warning', 'full'],
    likely: ['fourth', 'half'],
    possible: ['plain', 'ring'],
  } as const;
  const [colour, glyph] = look[pair.certainty];
  return (
    <Chip look={colour} glyph={glyph}>
      {t(pair.certainty)}
    </Chip>
  );
}

function Side({ side }: { readonly side: Pair['household'] }) {
  const t = useWords(duplicatesWords);
  return (
    <div>
      {side.head}
      <span className={styles.second}>
        {' '}
        ·{' '}
        {[side.listCode, side.village.name, side.commune.name, t('persons', { count: side.persons })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}
