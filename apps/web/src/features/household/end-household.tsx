import { END_REASONS } from '@benvung/domain/household/move-household';
import { useWords } from '../../platform/i18n.ts';
import type { ActProps } from './edit-member.tsx';
import { EndAct } from './end-act.tsx';
import { acts } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';

export function EndHousehold(props: ActProps) {
  const { id } = props.record;
  const t = useWords(editWords);
  return (
    <EndAct
      {...props}
      draft={`ho.${id}.khep`}
      prefix="end"
      title={t('end')}
      lead={t('endLead')}
      button={t('endNow')}
      done={t('ended')}
      reasons={END_REASONS}
      send={(body, commandId) => acts.end(id, body, commandId)}
    />
  );
}
