import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { administrationQuery } from '../../features/access/administration.api.ts';
import styles from '../../features/access/administration.module.css';
import { administrationWords } from '../../features/access/administration.words.ts';
import { AdministrationState } from '../../features/access/administration-state.tsx';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';

/** The administrator's landing page. */
export function AdministrationPage() {
  const t = useWords(administrationWords);
  const state = useQuery(administrationQuery());
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <nav aria-label={t('pages')} className={styles.ways}>
        <Link to="/quan-tri/nguoi-dung">{t('toAccounts')}</Link>
        <Link to="/quan-tri/chuan-ngheo">{t('toStandards')}</Link>
        <Link to="/dia-ban">{t('toTerritory')}</Link>
        <Link to="/quan-tri/nhat-ky">{t('toTrail')}</Link>
      </nav>
      <Answer query={state} rows={8}>
        {(data) => <AdministrationState state={data} />}
      </Answer>
    </>
  );
}
