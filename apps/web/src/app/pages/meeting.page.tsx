import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { DocumentList } from '../../features/document/document-list.tsx';
import { meetingQuery } from '../../features/review/procedure/meeting.api.ts';
import { meetingWords } from '../../features/review/procedure/meeting.words.ts';
import { MeetingRoom } from '../../features/review/procedure/meeting-room.tsx';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useMay } from '../use-may.ts';
import { classOf, documentLink } from './procedure-parts.tsx';

/** A village meeting, on the secretary's telephone or the projector. */
export function MeetingPage() {
  const t = useWords(meetingWords);
  const { id } = useParams({ from: '/hop/$id' });
  const may = useMay(['officer', 'enumerator']);
  const meeting = useQuery(meetingQuery(id));
  return (
    <Answer query={meeting} rows={8}>
      {(view) => (
        <>
          <Link
            className="no-print"
            to="/ra-soat/$nam/$donVi/$muc"
            params={{ nam: String(view.year), donVi: String(view.commune.id), muc: 'hop-thon' }}
          >
            ‹ {t('title')}, {view.commune.name}
          </Link>
          <PageHeading>{t('titleOf', { village: view.village?.name ?? '' })}</PageHeading>
          <MeetingRoom key={id} view={view} may={may} renderClass={classOf} renderDocument={documentLink} />
          <DocumentList about={{ kind: 'meeting', id }} />
        </>
      )}
    </Answer>
  );
}
