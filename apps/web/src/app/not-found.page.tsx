import { Link } from '@tanstack/react-router';
import { useWords } from '../platform/i18n.ts';
import { PageHeading } from '../platform/page-heading.tsx';
import { appWords } from './app.words.ts';

export function NotFoundPage() {
  const t = useWords(appWords);
  return (
    <>
      <PageHeading>{t('notFound')}</PageHeading>
      <p>{t('notFoundHint')}</p>
      <p>
        <Link to="/viec">{t('toHome')}</Link>
      </p>
    </>
  );
}
