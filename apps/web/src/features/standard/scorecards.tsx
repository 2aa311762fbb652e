import type { ScorecardView, StandardView } from '@benvung/contract/standard';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { TableExport } from '../../platform/export/table-export.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { scorecardQuery, templateAddress } from './standard.api.ts';
import styles from './standards.module.css';
import { standardsWords } from './standards.words.ts';

type Card = StandardView['scorecards'][number];

const LOOKS = {
  verified: { look: 'done', glyph: 'check' },
  unverified: { look: 'warning', glyph: 'warning' },
  synthetic: { look: 'unknown', glyph: 'question' },
} as const;

interface ScorecardsProps {
  readonly cards: readonly Card[];
  /** Loading a card, for who may. */
  readonly upload: ReactNode;
}

/** The scorecards of a standard with their state; each opens to its items. */
export function Scorecards({ cards, upload }: ScorecardsProps) {
  const t = useWords(standardsWords);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Block
      title={t('scorecards')}
      actions={
        <Button component="a" variant="outline" size="xs" href={templateAddress()} download>
          {t('template')}
        </Button>
      }
    >
      <div className={styles.stack}>
        {cards.length === 0 ? (
          <Notice kind="empty" title={t('scorecardsEmpty')} />
        ) : (
          <CardTable cards={cards} onOpen={setOpen} />
        )}
        {upload}
      </div>
      {open === null ? null : <CardPanel id={open} onClose={() => setOpen(null)} />}
    </Block>
  );
}

function CardTable({
  cards,
  onOpen,
}: {
  readonly cards: readonly Card[];
  readonly onOpen: (id: string) => void;
}) {
  const t = useWords(standardsWords);
  return (
    <TableExport title={t('cardsTable')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys */}
      <section className={styles.box} aria-label={t('cardsTable')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('form')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('source')}</th>
              <th scope="col">{t('loadedBy')}</th>
              <th scope="col" className="no-print">
                <span className="visually-hidden">{t('openItems')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {cards.map((card) => (
              <tr key={card.id}>
                <th scope="row">
                  {card.formCode} · {t('region')} {card.region} · {t('version')} {card.version}
                  <span className={styles.second}>
                    {t('items', { count: card.items })}
                    {card.replaced ? `, ${t('replaced')}` : ''}
                  </span>
                </th>
                <td>
                  <Chip {...LOOKS[card.status]}>{t(card.status)}</Chip>
                </td>
                <td>{card.source}</td>
                <td>{card.loadedBy ?? t('shipped')}</td>
                <td className="no-print">
                  <Button
                    variant="outline"
                    size="xs"
                    aria-label={`${t('openItems')}: ${card.id}`}
                    onClick={() => onOpen(card.id)}
                  >
                    {t('openItems')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </TableExport>
  );
}

function CardPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useWords(standardsWords);
  const card = useQuery(scorecardQuery(id));
  return (
    <SidePanel title={t('cardTitle', { id })} closeLabel={t('closeItems')} contentKey={id} onClose={onClose}>
      <Answer query={card} rows={8}>
        {(data) => (
          <div className={styles.stack}>
            <p>{data.source}</p>
            <span className={styles.actions}>
              <Chip {...LOOKS[data.status]}>{t(data.status)}</Chip>
              <Button component="a" variant="outline" size="xs" href={templateAddress(id)} download>
                {t('asTemplate')}
              </Button>
            </span>
            <CardItems card={data} />
          </div>
        )}
      </Answer>
    </SidePanel>
  );
}

export function CardItems({ card }: { readonly card: ScorecardView }) {
  const t = useWords(standardsWords);
  return (
    <ol className={styles.list}>
      {card.items.map((item) => (
        <li key={item.code}>
          <h3>{item.label}</h3>
          <span className={styles.second}>
            {item.code} · {t(item.kind)}
            {item.excluded ? ` · ${t('excluded')}` : ''}
          </span>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('option')}</th>
                <th scope="col" className={styles.numeric}>
                  {t('points')}
                </th>
              </tr>
            </thead>
            <tbody>
              {item.options.map((option) => (
                <tr key={option.code}>
                  <th scope="row">
                    {option.label}
                    {option.band === null ? null : (
                      <span className={styles.second}>
                        <Band band={option.band} />
                      </span>
                    )}
                  </th>
                  <td className={`num ${styles.numeric}`}>{formatCount(option.points)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </li>
      ))}
    </ol>
  );
}

type BandOf = NonNullable<ScorecardView['items'][number]['options'][number]['band']>;

function Band({ band: { from, to } }: { readonly band: BandOf }) {
  const t = useWords(standardsWords);
  if (from !== null && to !== null) return t('bandFromTo', { from: formatCount(from), to: formatCount(to) });
  if (from !== null) return t('bandFrom', { from: formatCount(from) });
  return to === null ? null : t('bandTo', { to: formatCount(to) });
}
