import type { ReviewLawView } from '@benvung/contract/review-law';
import { useQuery } from '@tanstack/react-query';
import { reviewLawQuery } from '../../features/review/deadline/deadline.api.ts';
import { reviewLawWords } from '../../features/review/deadline/review-law.words.ts';
import styles from '../../features/review/posting/posting.module.css';
import { Answer } from '../../platform/answer.tsx';
import { formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Block } from '../../ui/block.tsx';
import { Chip } from '../../ui/chip.tsx';

/** The tables and procedures that deadlines are counted by, with their grounds. */
export function ReviewLawPage() {
  const t = useWords(reviewLawWords);
  const law = useQuery(reviewLawQuery());
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <p>{t('lead')}</p>
      <p>
        {t('load')} <code>benvung review-law load FILE.json</code>
      </p>
      <Answer query={law} rows={8}>
        {(data) => (
          <div className={styles.stack}>
            <Block title={t('procedures')}>
              <Procedures procedures={data.procedures} />
            </Block>
            <Block title={t('years')}>
              <Years years={data.years} />
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
  return (
    <thead>
      <tr>
        {words.map((word) => (
          <th key={word} scope="col">
            {t(word)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Procedures({ procedures }: Pick<ReviewLawView, 'procedures'>) {
  const t = useWords(reviewLawWords);
  return (
    <div className={styles.box}>
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
              </td>
              <td>{one.sources.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Years({ years }: Pick<ReviewLawView, 'years'>) {
  const t = useWords(reviewLawWords);
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('years')}</caption>
        <Heads words={['year', 'holidays', 'status', 'sources']} />
        <tbody>
          {years.map((one) => (
            <tr key={one.year}>
              <th scope="row">{one.year}</th>
              <td>
                {one.holidays.map(({ day, name, inLieu }) => (
                  <div key={day}>
                    {formatDay(day)} {name} {inLieu ? `(${t('inLieu')})` : ''}
                  </div>
                ))}
                {one.swaps.map(({ off, worked }) => (
                  <div key={off}>{t('swap', { off: formatDay(off), worked: formatDay(worked) })}</div>
                ))}
              </td>
              <td>{t(one.status)}</td>
              <td>{one.sources.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
