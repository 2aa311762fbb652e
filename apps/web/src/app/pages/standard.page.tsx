import type { StandardView } from '@benvung/contract/standard';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ScorecardUpload } from '../../features/standard/scorecard-upload.tsx';
import { Scorecards } from '../../features/standard/scorecards.tsx';
import { standardQuery } from '../../features/standard/standard.api.ts';
import { StandardIndicators } from '../../features/standard/standard-indicators.tsx';
import { StandardLines } from '../../features/standard/standard-lines.tsx';
import { StandardSource } from '../../features/standard/standard-source.tsx';
import { StandardState } from '../../features/standard/standard-state.tsx';
import { Period } from '../../features/standard/standard-table.tsx';
import { standardsWords } from '../../features/standard/standards.words.ts';
import { Answer } from '../../platform/answer.tsx';
import { isMissing } from '../../platform/http.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { MissingPage } from '../../platform/missing-page.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useSession } from '../session-context.ts';
import styles from './standard.module.css';

/** `/quan-tri/chuan-ngheo/VN-2022`: one standard, whole, with its grounds. */
export function StandardPage() {
  const t = useWords(standardsWords);
  const { id } = useParams({ from: '/quan-tri/chuan-ngheo/$id' });
  const standard = useQuery(standardQuery(id));
  if (standard.data === undefined && isMissing(standard.error))
    return (
      <MissingPage title={t('missing')} wayBack={<Link to="/quan-tri/chuan-ngheo">{t('toList')}</Link>} />
    );
  return (
    <>
      {standard.data === undefined ? <PageHeading>{id}</PageHeading> : null}
      <Answer query={standard} rows={12}>
        {(data) => <Standard standard={data} />}
      </Answer>
    </>
  );
}

function Standard({ standard }: { readonly standard: StandardView }) {
  const t = useWords(standardsWords);
  const language = useLanguage();
  const { roles } = useSession();
  const mayLoad = roles.some(({ role, unit }) => role === 'administrator' && unit.level === 'nation');
  return (
    <>
      <PageHeading>{standard.title[language]}</PageHeading>
      <p className={styles.facts}>
        <StandardState state={standard.state} />
        <span>{standard.id}</span>
        <span>
          <Period of={standard} />
        </span>
        <span>
          {standard.provinceCode === null ? t('national') : t('local', { province: standard.provinceCode })}
        </span>
        <Link to="/quan-tri/thu-chuan" search={{ chuan: standard.id }} className="no-print">
          {t('tryIt')}
        </Link>
      </p>
      {standard.provinceCode === null ? null : <p>{t('money')}</p>}
      <StandardLines standard={standard} />
      <StandardIndicators standard={standard} />
      <Scorecards cards={standard.scorecards} upload={mayLoad ? <ScorecardUpload /> : null} />
      <StandardSource standard={standard} />
    </>
  );
}
