import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { askLikeness } from './duplicates.api.ts';
import { duplicatesWords } from './duplicates.words.ts';
import type { Facts } from './member-facts.ts';

interface LikelySameProps {
  readonly villageId: number | null;
  /** The household someone is added to. */
  readonly householdId?: string;
  readonly members: readonly Facts[];
}

/** Who is known already, asked a moment after typing stops; it only tells. */
export function LikelySame({ villageId, householdId, members }: LikelySameProps) {
  const t = useWords(duplicatesWords);
  const worth = members
    .filter(
      ({ fullName, birthDate, identityNumber }) =>
        (fullName ?? '').trim().length >= 2 && (birthDate || identityNumber),
    )
    .map(({ fullName, relation, sex, birthDate, identityNumber }) => ({
      fullName: (fullName ?? '').trim(),
      relation: relation ?? ('other' as const),
      sex: sex ?? null,
      birthDate: birthDate ?? null,
      identityNumber: identityNumber || null,
    }));
  const now = JSON.stringify({ villageId, members: worth });
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), 600);
    return () => clearTimeout(timer);
  }, [now]);
  const answer = useQuery({
    queryKey: ['likenesses', asked],
    enabled: asked === now && villageId !== null && worth.length > 0,
    gcTime: 0,
    retry: false,
    queryFn: () =>
      askLikeness({
        villageId: villageId ?? 0,
        members: worth,
        ...(householdId === undefined ? {} : { householdId }),
      }),
  });
  const found = answer.data;
  if (found === undefined || (found.households.length === 0 && !found.elsewhere)) return null;
  return (
    <div role="status">
      <Notice kind="warning" title={t('likeWarning')}>
        <ul>
          {found.households.map((one) => (
            <li key={one.id}>
              <Link to="/ho/$id" params={{ id: one.id }} target="_blank">
                {t('likeHousehold', { head: one.head, village: one.village.name })}
              </Link>
              {one.listCode === null ? '' : ` · ${one.listCode}`}: {one.why.join(' ')}
            </li>
          ))}
          {found.elsewhere ? <li>{t('elsewhere')}</li> : null}
        </ul>
      </Notice>
    </div>
  );
}
