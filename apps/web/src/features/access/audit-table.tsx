import type { AuditLine } from '@benvung/contract/audit';
import type { ReactNode } from 'react';
import { formatInstant } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { TableHead } from '../../ui/table-head.tsx';
import styles from './accounts.module.css';
import trail from './audit.module.css';
import { auditWords, detailWords, subjectWords } from './audit.words.ts';
import { valueText } from './detail-value.ts';

/** Draws a link to what an act was about; its words alone where there is no page. */
export type RenderSubject = (subject: { kind: string; id: string }, words: string) => ReactNode;

interface AuditTableProps {
  readonly entries: readonly AuditLine[];
  readonly stale?: boolean;
  readonly renderSubject: RenderSubject;
}

/** One of another version of the system keeps its own name. */
const isKind = (kind: string): kind is keyof (typeof subjectWords)['vi'] =>
  Object.hasOwn(subjectWords.vi, kind);

/** What an act was about, in words. */
export function useSubjectWords() {
  const t = useWords(auditWords);
  const name = useWords(subjectWords);
  return ({ kind, id }: { kind: string; id: string }) =>
    kind === 'table' ? t('table', { id }) : isKind(kind) ? name(kind) : kind;
}

export function AuditTable({ entries, stale = false, renderSubject }: AuditTableProps) {
  const t = useWords(auditWords);
  const words = useSubjectWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways is scrolled by keys too
    <section className={`${styles.box} ${stale ? styles.stale : ''}`} aria-label={t('caption')} tabIndex={0}>
      <table className={styles.table} aria-busy={stale}>
        <caption className="visually-hidden">{t('caption')}</caption>
        <TableHead words={['at', 'who', 'what', 'where', 'subject', 'detail']} t={t} />
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.lane}-${entry.sequence}`}>
              <td className={trail.at}>{formatInstant(entry.at)}</td>
              <td>
                {entry.actorName ?? entry.actor}
                {entry.actorName === null ? null : <span className={styles.state}>{entry.actor}</span>}
              </td>
              <td className={trail.sentence}>{entry.sentence}</td>
              <td>{entry.unit?.name ?? '–'}</td>
              <td>{entry.subject === null ? '–' : renderSubject(entry.subject, words(entry.subject))}</td>
              <td>
                <Detail detail={entry.detail} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What a detail is called; one of another version of the system keeps its own name. */
const isNamed = (name: string): name is keyof (typeof detailWords)['vi'] =>
  Object.hasOwn(detailWords.vi, name);

function Detail({ detail }: Pick<AuditLine, 'detail'>) {
  const t = useWords(auditWords);
  const say = useWords(detailWords);
  const language = useLanguage();
  const lines = Object.entries(detail);
  if (lines.length === 0) return '–';
  return (
    <details>
      <summary className={trail.open}>{t('detail')}</summary>
      <dl className={trail.detail}>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{isNamed(name) ? say(name) : name}</dt>
            <dd>{valueText(value, language)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
