import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { formsQuery } from '../../features/report/report.api.ts';
import { reportWords } from '../../features/report/report.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { latestYear } from '../latest-year.ts';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';
import styles from './table-list.module.css';

export function TableListPage() {
  const t = useWords(reportWords);
  const session = useSession();
  const place = usePlace();
  const search = useSearch({ from: '/bieu' });
  const forms = useQuery(formsQuery);
  return (
    <>
      <PlacePath />
      <PageHeading>{t('listTitle')}</PageHeading>
      <Answer query={forms} rows={15}>
        {({ forms: list, years }) => {
          const year = search.nam ?? latestYear(years, session.today);
          return (
            <>
              <p>{t('listLead', { year, unit: place.unit.name })}</p>
              <ol className={styles.forms}>
                {list.map((form) => (
                  <li key={form.number}>
                    <Link
                      to="/bieu/$so"
                      params={{ so: String(form.number) }}
                      search={{ ...search, nam: year }}
                    >
                      <span className={styles.number}>{t('form', { number: form.number })}</span>
                      <span>
                        {form.title}
                        {form.list ? ` (${t('listForm')})` : ''}
                      </span>
                    </Link>
                  </li>
                ))}
              </ol>
            </>
          );
        }}
      </Answer>
    </>
  );
}
