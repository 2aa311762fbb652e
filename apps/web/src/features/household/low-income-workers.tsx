import type { LowIncomeWorkers as Workers } from '@benvung/contract/household';
import { LABOUR_LABELS, SEX_LABELS } from '@benvung/domain/household/fact-labels';
import type { LabourStatus } from '@benvung/domain/household/household-facts';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { ExportMenu } from '../../platform/export/export-menu.tsx';
import { formatCount } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { exportWorkers, workersQuery } from './low-income-workers.api.ts';
import styles from './low-income-workers.module.css';
import { workersWords } from './low-income-workers.words.ts';

interface LowIncomeWorkersProps {
  readonly unit: number;
  readonly year: number;
  readonly mayExport: boolean;
  readonly renderHousehold: (id: string, head: string) => ReactNode;
}

/** Who is a low-income worker (NĐ 30/2025/NĐ-CP) by the answers of a year, with why, household by household. */
export function LowIncomeWorkers({ unit, year, mayExport, renderHousehold }: LowIncomeWorkersProps) {
  const t = useWords(workersWords);
  const list = useInfiniteQuery(workersQuery(unit, year));
  return (
    <Answer query={list} rows={10}>
      {({ pages }) => {
        const standard = pages[0]?.standard ?? null;
        if (standard === null)
          return (
            <Notice kind="empty" title={t('notYet', { year })}>
              {t('notYetHint')}
            </Notice>
          );
        const persons = pages.flatMap((page) => page.persons);
        const unknown = pages.reduce((sum, page) => sum + page.unknown, 0);
        return (
          <>
            <p>
              {t('lead', {
                rural: formatCount(standard.ceilings.rural),
                urban: formatCount(standard.ceilings.urban),
                source: standard.source,
              })}
            </p>
            <div className={styles.head}>
              <p role="status">
                {t(list.hasNextPage ? 'foundSoFar' : 'found', { count: formatCount(persons.length) })}
              </p>
              {mayExport && persons.length > 0 ? (
                <ExportMenu personal load={(choice) => exportWorkers(unit, year, choice)} />
              ) : null}
            </div>
            {unknown === 0 ? null : (
              <p className={styles.note}>? {t('unknown', { count: formatCount(unknown) })}</p>
            )}
            {persons.length === 0 && !list.hasNextPage ? (
              <Notice kind="empty" title={t('empty', { year })}>
                {t('emptyHint')}
              </Notice>
            ) : (
              <Table persons={persons} renderHousehold={renderHousehold} />
            )}
            {list.hasNextPage ? (
              <Button
                variant="outline"
                loading={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {t('more')}
              </Button>
            ) : null}
          </>
        );
      }}
    </Answer>
  );
}

function Table({
  persons,
  renderHousehold,
}: Pick<LowIncomeWorkersProps, 'renderHousehold'> & { readonly persons: Workers['persons'] }) {
  const t = useWords(workersWords);
  const language = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reached by keys
    <section className={styles.box} aria-label={t('caption')} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fullName')}</th>
            <th scope="col" className={styles.number}>
              {t('birthYear')}
            </th>
            <th scope="col">{t('sex')}</th>
            <th scope="col">{t('work')}</th>
            <th scope="col" className={styles.number}>
              {t('income')}
            </th>
            <th scope="col">{t('village')}</th>
            <th scope="col">{t('household')}</th>
            <th scope="col">{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {persons.map((person) => (
            <tr key={`${person.household.id} ${person.personId}`}>
              <th scope="row">{person.fullName}</th>
              <td className={`num ${styles.number}`}>{person.birthYear ?? '?'}</td>
              <td>{person.sex === null ? '?' : SEX_LABELS[person.sex][language]}</td>
              <td>
                {person.labourStatus === null
                  ? '?'
                  : LABOUR_LABELS[person.labourStatus as LabourStatus][language]}
              </td>
              <td className={`num ${styles.number}`}>{formatCount(person.monthlyIncomePerPerson)}</td>
              <td>{person.village}</td>
              <td>{renderHousehold(person.household.id, person.household.head)}</td>
              <td>{person.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
