import type { DutyLine, DutyList } from '@benvung/contract/review-deadline';
import { DUTY_SPANS, spanOf } from '@benvung/domain/review/case/duty';
import type { ReactNode } from 'react';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { Chip } from '../../../ui/chip.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { TableHead } from '../../../ui/table-head.tsx';
import styles from '../posting/posting.module.css';
import { deadlineWords } from './deadline.words.ts';

interface DeadlineListProps {
  readonly list: DutyList;
  readonly renderUnit: (unit: NonNullable<DutyLine['unit']>) => ReactNode;
}

const COLUMNS = ['day', 'duty', 'unit', 'count', 'standing'] as const;

/** Where a duty is done. */
function pageOf({ kind, year, communeId, unit }: DutyLine): string {
  const desk = `/ra-soat/${year}/${communeId}`;
  if (kind === 'toMeet') return `${desk}/hop-thon`;
  if (kind === 'toSubmit' || kind === 'toRecognise' || kind === 'opinion') return `${desk}/cong-nhan`;
  if (kind === 'adHocDecision') return `${desk}/de-nghi`;
  if (kind === 'reverify' || kind === 'toSurvey') return `${desk}/trinh-tu`;
  const place = `/niem-yet?nam=${year}&don-vi=${unit?.id ?? communeId}`;
  return kind === 'grievance' ? `${place}&muc=phan-anh` : place;
}

/** What is due, by day: late, this week, later. One table, so that it leaves as one. */
export function DeadlineList({ list: { duties, today }, renderUnit }: DeadlineListProps) {
  const t = useWords(deadlineWords);
  const spans = DUTY_SPANS.map((span) => ({
    span,
    lines: duties.filter(({ day }) => spanOf(day, today) === span),
  })).filter(({ lines }) => lines.length > 0);
  return (
    <TableBox className={styles.box} label={t('title')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('title')}</caption>
        <TableHead words={COLUMNS} t={t} />
        {spans.map(({ span, lines }) => (
          <tbody key={span}>
            <tr>
              <th scope="rowgroup" colSpan={COLUMNS.length}>
                {t(`span.${span}`)}
              </th>
            </tr>
            {lines.map((line) => (
              <DutyRow key={keyOf(line)} line={line} today={today} renderUnit={renderUnit} />
            ))}
          </tbody>
        ))}
      </table>
    </TableBox>
  );
}

const keyOf = ({ kind, day, communeId, unit, year, uncertain }: DutyLine) =>
  [kind, day, communeId, unit?.id, year, uncertain].join(' ');

function DutyRow({
  line,
  today,
  renderUnit,
}: { readonly line: DutyLine; readonly today: string } & Pick<DeadlineListProps, 'renderUnit'>) {
  const t = useWords(deadlineWords);
  const count = formatCount(line.count);
  return (
    <tr>
      <td>
        {formatDay(line.day)}
        {line.provisional ? <abbr title={t('provisionalHint')}> ({t('provisional')})</abbr> : null}
        {line.uncertain ? <span className={styles.second}> ({t('uncertain')})</span> : null}
      </td>
      <th scope="row">
        <a href={pageOf(line)}>{t(`kind.${line.kind}`)}</a>
      </th>
      <td>{line.unit === null ? t('unknownUnit') : renderUnit(line.unit)}</td>
      <td>{t(line.kind === 'grievance' ? 'grievances' : 'cases', { count })}</td>
      <td>
        <Standing line={line} today={today} />
      </td>
    </tr>
  );
}

function Standing({ line, today }: { readonly line: DutyLine; readonly today: string }) {
  const t = useWords(deadlineWords);
  if (line.workingDaysLate > 0)
    return (
      <Chip look="warning" glyph="error">
        {t('late', { days: formatCount(line.workingDaysLate) })}
      </Chip>
    );
  // past, with no working day since: a Saturday after a Friday
  if (line.day < today)
    return (
      <Chip look="warning" glyph="warning">
        {t('past')}
      </Chip>
    );
  return (
    <Chip look={line.day === today ? 'warning' : 'plain'} glyph={line.day === today ? 'warning' : 'ring'}>
      {t(line.day === today ? 'today' : 'running')}
    </Chip>
  );
}
