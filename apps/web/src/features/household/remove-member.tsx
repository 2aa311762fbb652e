import { LEAVE_REASONS } from '@benvung/domain/household/member-acts';
import { useWords } from '../../platform/i18n.ts';
import type { ActProps } from './edit-member.tsx';
import { EndAct } from './end-act.tsx';
import { acts } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';

interface RemoveMemberProps extends ActProps {
  readonly personId: string;
}

export function RemoveMember({ personId, ...props }: RemoveMemberProps) {
  const { id, members } = props.record;
  const t = useWords(editWords);
  const member = members.find((one) => one.personId === personId);
  if (member === undefined) return null;
  return (
    <EndAct
      {...props}
      draft={`ho.${id}.roi.${personId}`}
      prefix="leave"
      title={t('removeTitle', { name: member.facts.fullName })}
      lead={t('removeLead')}
      button={t('removeNow')}
      done={t('removed')}
      reasons={LEAVE_REASONS}
      send={(body, commandId) => acts.removeMember(id, personId, body, commandId)}
    />
  );
}
