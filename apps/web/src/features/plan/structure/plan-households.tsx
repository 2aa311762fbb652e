import type { PlanHouseholds as Listed, PlanView } from '@benvung/contract/plan-structure';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PagesOfList } from '../../../ui/pages.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { TableHead } from '../../../ui/table-head.tsx';
import { planHouseholdsQuery, saveSolutions } from './plan-structure.api.ts';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';

type Row = Listed['rows'][number];

/** Each poor household, what helps it and who is in charge. Opened by a button, because reading it is logged. */
export function PlanHouseholds({ plan }: { readonly plan: PlanView }) {
  const t = useWords(planStructureWords);
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState(false);
  const listed = useQuery({ ...planHouseholdsQuery(plan.id, page), enabled: open });
  if (!open)
    return (
      <Button variant="outline" onClick={() => setOpen(true)}>
        {t('openHouseholds')}
      </Button>
    );
  return (
    <Answer query={listed}>
      {(data) =>
        data.page.total === 0 ? (
          <Notice kind="empty" title={t('noHouseholds')} />
        ) : (
          <>
            <p>{t('householdsLead', { decided: data.decided, total: data.page.total })}</p>
            <Solutions key={page} plan={plan} rows={data.rows} />
            <PagesOfList page={data.page} t={t} onPage={setPage} />
          </>
        )
      }
    </Answer>
  );
}

function Solutions({ plan, rows }: { readonly plan: PlanView; readonly rows: readonly Row[] }) {
  const t = useWords(planStructureWords);
  const [typed, setTyped] = useState<ReadonlyMap<string, Row>>(new Map());
  const save = useCommand({
    send: (changed: readonly Row[], commandId) =>
      saveSolutions(
        {
          id: plan.id,
          rows: changed.map(({ householdId, originCommuneId, solution, inCharge }) => ({
            householdId,
            originCommuneId,
            solution,
            inCharge,
          })),
        },
        commandId,
      ),
    changes: [['plans', plan.id, 'households']],
    done: () => t('done', { act: t('saveHouseholds').toLocaleLowerCase('vi') }),
    onDone: () => setTyped(new Map()),
  });
  const put = (row: Row) => setTyped((before) => new Map(before).set(row.householdId, row));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate([...typed.values()]);
      }}
    >
      <TableBox className={styles.scroll} label={t('households')}>
        <table className={styles.table}>
          <caption>{t('households')}</caption>
          <TableHead words={['head', 'known', 'solution', 'inCharge']} t={t} />
          <tbody>
            {rows.map((stored) => {
              const row = typed.get(stored.householdId) ?? stored;
              return (
                <tr key={row.householdId}>
                  <th scope="row">
                    {row.head}
                    <br />
                    {row.village}
                  </th>
                  <td>{[...row.lacks, ...row.causes, ...row.wishes].join('; ')}</td>
                  <td>
                    <textarea
                      className={styles.area}
                      aria-label={`${t('solution')}, ${row.head}`}
                      value={row.solution}
                      maxLength={1_000}
                      rows={2}
                      onChange={(event) => put({ ...row, solution: event.target.value })}
                    />
                  </td>
                  <td>
                    <textarea
                      className={styles.area}
                      aria-label={`${t('inCharge')}, ${row.head}`}
                      value={row.inCharge}
                      maxLength={300}
                      rows={2}
                      onChange={(event) => put({ ...row, inCharge: event.target.value })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
      {save.isError ? <ProblemNotice error={save.error} /> : null}
      {typed.size > 0 ? (
        <Button type="submit" loading={save.isPending}>
          {t('saveHouseholds')}
        </Button>
      ) : null}
    </form>
  );
}
