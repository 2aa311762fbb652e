import type { HouseholdList } from '@benvung/contract/household';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import styles from './edit.module.css';
import { type HouseholdsAsked, householdsQuery, PAGE_SIZE } from './household.api.ts';
import { listWords } from './household-list.words.ts';
import type { Chosen } from './use-chosen.ts';

/** What is done at once is looked at first, household by household: more than this nobody looks at. */
export const MOST_CHOSEN = 1000;

interface ChooseAllProps {
  readonly chosen: Chosen;
  readonly asked: Omit<HouseholdsAsked, 'page'>;
  readonly list: HouseholdList;
  readonly put: (items: HouseholdList['households'], on: boolean) => void;
}

/** "Đã chọn 12. Chọn cả 293 hộ khớp bộ lọc" */
export function ChooseAll({ chosen, asked, list, put }: ChooseAllProps) {
  const t = useWords(listWords);
  const client = useQueryClient();
  const { total } = list.page;
  const choosing = useMutation({
    mutationFn: async () => {
      const all: HouseholdList['households'] = [];
      for (let page = 1; (page - 1) * PAGE_SIZE < total; page += 1)
        all.push(...(await client.fetchQuery(householdsQuery({ ...asked, page }))).households);
      return all;
    },
    onSuccess: (all) => put(all, true),
  });
  if (chosen.size === 0 || chosen.size >= total || list.more) return null;
  if (total > MOST_CHOSEN)
    return (
      <p className={styles.note}>
        {t('tooManyToChoose', { count: formatCount(total), most: formatCount(MOST_CHOSEN) })}
      </p>
    );
  return (
    <>
      <Button variant="subtle" size="xs" loading={choosing.isPending} onClick={() => choosing.mutate()}>
        {t('chooseAll', { count: formatCount(total) })}
      </Button>
      {choosing.isError ? <ProblemNotice error={choosing.error} /> : null}
    </>
  );
}
