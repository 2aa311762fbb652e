import { useQuery } from '@tanstack/react-query';
import { programmesQuery } from '../../features/programme/programme.api.ts';
import { programmeWords } from '../../features/programme/programme.words.ts';
import { ProgrammeTree } from '../../features/programme/programme-tree.tsx';
import { Answer } from '../../platform/answer.tsx';
import { formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';

export function ProgrammePage() {
  const t = useWords(programmeWords);
  const list = useQuery(programmesQuery);
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Answer query={list} rows={8}>
        {(data) => (
          <>
            <p>{t('lead', { day: formatDay(data.day) })}</p>
            <ProgrammeTree list={data} />
          </>
        )}
      </Answer>
    </>
  );
}
