import type { DeskRow } from '@benvung/contract/review-desk';
import { Button } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './desk.module.css';
import { deskWords } from './desk.words.ts';

interface BlockersProps {
  readonly row: DeskRow;
  readonly year: number;
  readonly title: string;
  /** The page where results are entered, when there is one. */
  readonly entry?: LinkProps;
}

type Kind = DeskRow['blockers'][number]['kind'];

/** Everything that keeps a commune's round from being closed, each with the way to exactly those households. */
export function Blockers({ row, year, title, entry }: BlockersProps) {
  const t = useWords(deskWords);
  if (row.blockers.length === 0) return <Notice kind="done" title={t('nothingBlocks')} />;
  const unit = row.unit.id;
  const section = (muc: string): LinkProps => ({
    to: '/ra-soat/$nam/$donVi/$muc',
    params: { nam: String(year), donVi: String(unit), muc },
  });
  const list = (filter: Readonly<Record<string, string | number>>): LinkProps => ({
    to: '/ho',
    search: { nam: year, 'don-vi': unit, ...filter },
  });
  const ways: Readonly<Record<Kind, LinkProps>> = {
    pending: list({ 'dien-bien': 'pending' }),
    cases: section('trinh-tu'),
    matches: section('ghep-ho'),
    base: section('dan-so'),
    unverified: list({ 'chua-kiem-chung': 1 }),
    ledger: section('so-bien-dong'),
  };
  return (
    <Block title={title}>
      <ul className={styles.blockers}>
        {row.blockers.map(({ kind, count }) => (
          <li key={kind}>
            <span className={styles.what}>
              <Glyph shape="warning" />
              <span>
                {kind === 'base' ? t('block.base') : t(`block.${kind}`, { count: formatCount(count) })}
              </span>
            </span>
            <span className={styles.acts}>
              {kind === 'pending' && entry !== undefined ? <Way link={entry}>{t('enterResults')}</Way> : null}
              <Way link={ways[kind]}>
                {kind === 'pending' || kind === 'unverified'
                  ? t(`do.${kind}`, { count: formatCount(count) })
                  : t(`do.${kind}`)}
              </Way>
              {kind === 'pending' ? <Way link={section('khong-con')}>{t('tellGone')}</Way> : null}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Way({ link, children }: { readonly link: LinkProps; readonly children: string }) {
  return (
    <Button
      variant="outline"
      renderRoot={(props: Record<string, unknown>) => <Link {...props} {...(link as { to: '/ho' })} />}
    >
      {children}
    </Button>
  );
}
