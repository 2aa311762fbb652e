import type { SimulatedHouseholds } from '@benvung/contract/standard';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ExportMenu } from '../../platform/export/export-menu.tsx';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type ChangeAsked, changeQuery, exportChange } from './standard.api.ts';
import styles from './standards.module.css';
import { standardsWords } from './standards.words.ts';

interface SimulatedChangeProps {
  readonly asked: ChangeAsked;
  readonly mayExport: boolean;
  readonly renderLink: (household: SimulatedHouseholds['households'][number]) => ReactNode;
}

/** The households of one change, each with why; more of them are looked for when asked. */
export function SimulatedChange({ asked, mayExport, renderLink }: SimulatedChangeProps) {
  const t = useWords(standardsWords);
  const found = useInfiniteQuery(changeQuery(asked));
  const households = found.data?.pages.flatMap((page) => page.households) ?? [];
  const none = found.isSuccess && households.length === 0;
  return (
    <div className={styles.stack}>
      {mayExport && households.length > 0 ? (
        <ExportMenu personal load={(choice) => exportChange(asked, choice)} />
      ) : null}
      <ul className={styles.list}>
        {households.map((household) => (
          <li key={household.id}>
            {renderLink(household)}
            <span className={styles.second}>
              {[household.listCode, household.village, t('persons', { count: household.persons })]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {household.why}
          </li>
        ))}
      </ul>
      {none && !found.hasNextPage ? <Notice kind="empty" title={t('noneInChange')} /> : null}
      {found.error === null ? null : <ProblemNotice error={found.error} />}
      <div role="status">{found.isFetching ? t('looking') : null}</div>
      {found.hasNextPage && !found.isFetching ? (
        <Button variant="outline" onClick={() => void found.fetchNextPage()}>
          {t(none ? 'goOn' : 'more')}
        </Button>
      ) : null}
    </div>
  );
}
