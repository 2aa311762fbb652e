import type { ReviewLawView } from '@benvung/contract/review-law';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { reviewLawQuery } from '../../features/review/deadline/deadline.api.ts';
import { LoadLaw } from '../../features/review/deadline/load-law.tsx';
import { reviewLawWords } from '../../features/review/deadline/review-law.words.ts';
import styles from '../../features/review/posting/posting.module.css';
import { Answer } from '../../platform/answer.tsx';
import { saveFile } from '../../platform/export/save-file.ts';
import { formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Block } from '../../ui/block.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TableBox } from '../../ui/table-box.tsx';
import { TableHead } from '../../ui/table-head.tsx';

/** The tables and procedures that deadlines are counted by, with their grounds. */
export function ReviewLawPage() {
  const t = useWords(reviewLawWords);
  const law = useQuery(reviewLawQuery());
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <p>{t('lead')}</p>
      <Answer query={law} rows={8}>
        {(data) => (
          <div className={styles.stack} data-paper="landscape">
            <Block title={t('procedures')}>
              <Procedures procedures={data.procedures} />
            </Block>
            <LoadLaw may={data.mayLoad} />
            <Block title={t('years')}>
              {data.withoutTable.length === 0 ? null : (
                <Notice kind="warning" title={t('withoutTable', { years: data.withoutTable.join(', ') })} />
              )}
              <Years years={data.years} withoutTable={data.withoutTable} />
            </Block>
          </div>
        )}
      </Answer>
    </>
  );
}

function Heads({
  words,
}: {
  readonly words: readonly (
    | 'year'
    | 'status'
    | 'holidays'
    | 'sources'
    | 'procedures'
    | 'period'
    | 'limits'
  )[];
}) {
  const t = useWords(reviewLawWords);
  return <TableHead words={words} t={t} />;
}

function Procedures({ procedures }: Pick<ReviewLawView, 'procedures'>) {
  const t = useWords(reviewLawWords);
  return (
    <TableBox className={styles.box} label={t('procedures')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('procedures')}</caption>
        <Heads words={['procedures', 'period', 'limits', 'sources']} />
        <tbody>
          {procedures.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.title} <span className={styles.second}>({t(one.status)})</span>
              </th>
              <td>
                {one.to === null
                  ? t('from', { from: formatDay(one.from) })
                  : t('fromTo', { from: formatDay(one.from), to: formatDay(one.to) })}{' '}
                {one.inForce ? (
                  <Chip look="done" glyph="check">
                    {t('inForce')}
                  </Chip>
                ) : null}
              </td>
              <td>
                {one.limits.map(({ kind, days, dayKind, source }) => (
                  <div key={kind}>
                    {t(`limit.${kind}`)}: {t(`days.${dayKind}`, { days })}{' '}
                    <span className={styles.second}>({source})</span>
                  </div>
                ))}
                {one.courses.map(({ kind, steps, confidence, source }) => (
                  <div key={kind}>
                    {t(`course.${kind}`)}: {steps.join(' → ')}{' '}
                    <span className={styles.second}>
                      ({t(`confidence.${confidence}`)}: {source})
                    </span>
                  </div>
                ))}
              </td>
              <td>{one.sources.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Years({ years, withoutTable }: Pick<ReviewLawView, 'years' | 'withoutTable'>) {
  const t = useWords(reviewLawWords);
  const all = [...years.map(({ year }) => year), ...withoutTable].sort((a, b) => b - a);
  return (
    <TableBox className={styles.box} label={t('years')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('years')}</caption>
        <Heads words={['year', 'holidays', 'status', 'sources']} />
        <tbody>
          {all.map((year) => {
            const one = years.find((each) => each.year === year);
            return one === undefined ? (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td colSpan={3}>{t('noTable')}</td>
              </tr>
            ) : (
              <Year key={year} one={one} />
            );
          })}
        </tbody>
      </table>
    </TableBox>
  );
}

function Year({ one }: { readonly one: ReviewLawView['years'][number] }) {
  const t = useWords(reviewLawWords);
  const days = [...one.holidays, ...one.swaps];
  const from = (source: string | null) =>
    source === null ? null : <span className={styles.second}> ({t('fromDecision', { source })})</span>;
  const download = () =>
    saveFile({
      name: `ngay-nghi-${one.year}.json`,
      content: new Blob([`${JSON.stringify(one.file, null, 2)}\n`], { type: 'application/json' }),
    });
  return (
    <tr>
      <th scope="row">{one.year}</th>
      <td>
        {one.holidays.map(({ day, name, inLieu, source }) => (
          <div key={day}>
            {formatDay(day)} {name} {inLieu ? `(${t('inLieu')})` : ''}
            {from(source)}
          </div>
        ))}
        {one.swaps.map(({ off, worked, source }) => (
          <div key={off}>
            {t('swap', { off: formatDay(off), worked: formatDay(worked) })}
            {from(source)}
          </div>
        ))}
        {days.some(({ source }) => source === null) ? (
          <div className={styles.second}>{t('decisionNotTold')}</div>
        ) : null}
      </td>
      <td>
        {t(one.status)}
        <div className="no-print">
          <Button
            variant="outline"
            size="xs"
            aria-label={t('downloadYearOf', { year: one.year })}
            onClick={download}
          >
            {t('downloadYear')}
          </Button>
        </div>
      </td>
      <td>{one.sources.join('; ')}</td>
    </tr>
  );
}
