import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { PlanListTable } from '../../features/plan/structure/plan-list.tsx';
import { plansQuery } from '../../features/plan/structure/plan-structure.api.ts';
import styles from '../../features/plan/structure/plan-structure.module.css';
import { planStructureWords } from '../../features/plan/structure/plan-structure.words.ts';
import { StartPlan } from '../../features/plan/structure/start-plan.tsx';
import { Answer } from '../../platform/answer.tsx';
import { TableExport } from '../../platform/export/table-export.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { PagesOfList } from '../../ui/pages.tsx';
import { useSession } from '../session-context.ts';
import { useMay } from '../use-may.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';

const YEARS_SHOWN = 8;
const PLANNING: readonly string[] = ['province', 'district', 'commune'];

/** "Đơn vị nào đã có kế hoạch, đang ở bước nào?" */
export function PlansPage() {
  const t = useWords(planStructureWords);
  const { today } = useSession();
  const place = usePlace();
  const search = useSearch({ from: '/ke-hoach' });
  const navigate = useNavigate({ from: '/ke-hoach' });
  const year = search.nam ?? Number(today.slice(0, 4));
  const list = useQuery(plansQuery(place.unit.id, year, search.trang ?? 1));
  const mayDraft = useMay(['officer']) && PLANNING.includes(place.unit.level);
  const [starting, setStarting] = useState(false);
  const has =
    list.data?.lines.some(({ unit, planId }) => unit.id === place.unit.id && planId !== null) ?? true;
  const last = Number(today.slice(0, 4)) + 1;
  return (
    <>
      <PlacePath />
      <PageHeading>{t('title')}</PageHeading>
      <p>{t('listLead', { year, unit: place.unit.name })}</p>
      <div className={`${styles.line} no-print`}>
        <ChoiceField
          label={t('year')}
          value={String(year)}
          choices={Array.from({ length: YEARS_SHOWN }, (_, at) => String(last - at)).map((value) => ({
            value,
            label: value,
          }))}
          onChange={(nam) =>
            void navigate({
              search: (before) => ({ ...before, trang: undefined, nam: Number(nam) }),
              replace: true,
            })
          }
        />
        {mayDraft && !starting && !has ? (
          <>
            <Button onClick={() => setStarting(true)}>{t('newPlan', { year })}</Button>
            <Link to="/kiem-tra-van-ban">{t('fromDocument')}</Link>
          </>
        ) : null}
      </div>
      {starting && !has ? (
        <StartPlan
          key={`${place.unit.id} ${year}`}
          unit={place.unit}
          years={{ from: year, to: year }}
          onStarted={(id) => void navigate({ to: '/ke-hoach/$id', params: { id } })}
        />
      ) : null}
      <Answer query={list} rows={8}>
        {(data) => (
          <>
            <TableExport title={t('title')} place={place.unit.name}>
              <PlanListTable
                list={data}
                link={(id, words) => (
                  <Link to="/ke-hoach/$id" params={{ id }}>
                    {words}
                  </Link>
                )}
              />
            </TableExport>
            <PagesOfList
              page={data.page}
              t={t}
              onPage={(trang) => void navigate({ search: (before) => ({ ...before, trang }) })}
            />
          </>
        )}
      </Answer>
    </>
  );
}
