import { useNavigate } from '@tanstack/react-router';
import { handOver } from '../../features/household/act-warnings.tsx';
import { editWords } from '../../features/household/household-edit.words.ts';
import { RegisterHousehold } from '../../features/household/register-household.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';
import { villageField } from './village-of.tsx';

/** "Hộ nào cần ghi vào danh sách?" */
export function NewHouseholdPage() {
  const t = useWords(editWords);
  const session = useSession();
  const place = usePlace();
  const navigate = useNavigate();
  const { unit, ancestors } = place;
  const isOfficer = session.roles.some(({ role }) => role === 'officer');
  const communeId =
    unit.level === 'commune' ? unit.id : (ancestors.find(({ level }) => level === 'commune')?.id ?? null);
  return (
    <>
      <PlacePath />
      <PageHeading>{t('newTitle')}</PageHeading>
      {isOfficer ? (
        <RegisterHousehold
          today={session.today}
          village={unit.level === 'village' ? unit : null}
          renderVillage={villageField(session.today, communeId)}
          onClose={() => void navigate({ to: '/ho' })}
          onRegistered={(answer) => {
            handOver(answer);
            void navigate({ to: '/ho/$id', params: { id: answer.id } });
          }}
        />
      ) : (
        <Notice kind="note" title={t('onlyOfficers')} />
      )}
    </>
  );
}
