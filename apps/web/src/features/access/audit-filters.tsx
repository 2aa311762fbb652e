import { ACT_GROUPS, type ActGroup } from '@benvung/contract/audit-acts';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DayField } from '../../platform/day-field.tsx';
import { useWords } from '../../platform/i18n.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { TrailAsked } from './audit.api.ts';
import styles from './audit.module.css';
import { auditWords } from './audit.words.ts';

const GROUP_WORDS = {
  access: 'groupAccess',
  household: 'groupHousehold',
  review: 'groupReview',
  table: 'groupTable',
  exchange: 'groupExchange',
  territory: 'groupTerritory',
  standard: 'groupStandard',
  demonstration: 'groupDemonstration',
  job: 'groupJob',
  platform: 'groupPlatform',
  document: 'groupDocument',
  plan: 'groupPlan',
} as const satisfies Record<ActGroup, string>;

interface AuditFiltersProps {
  readonly asked: TrailAsked;
  readonly today: string;
  readonly onChange: (asked: TrailAsked) => void;
}

/** By day, person and kind of act; what the filter is stands in the address. */
export function AuditFilters({ asked, today, onChange }: AuditFiltersProps) {
  const t = useWords(auditWords);
  const [actor, setActor] = useState(asked.actor ?? '');
  const isNarrowed = Object.values(asked).some((value) => value !== undefined);
  const withActor = { ...asked, actor: actor.trim() === '' ? undefined : actor.trim() };
  function submit(event: FormEvent) {
    event.preventDefault();
    onChange(withActor);
  }
  return (
    <form className={`${styles.filters} no-print`} onSubmit={submit}>
      <DayField
        label={t('from')}
        value={asked.from ?? null}
        today={today}
        onChange={(from) => onChange({ ...withActor, from: from ?? undefined })}
      />
      <DayField
        label={t('to')}
        value={asked.to ?? null}
        today={today}
        onChange={(to) => onChange({ ...withActor, to: to ?? undefined })}
      />
      <TextField label={t('actor')} value={actor} onChange={setActor} maxLength={60} />
      <ChoiceField
        label={t('act')}
        value={asked.act ?? ''}
        nothing={t('all')}
        choices={ACT_GROUPS.map((group) => ({
          value: group,
          label: t(GROUP_WORDS[group]),
        }))}
        onChange={(act) => onChange({ ...withActor, act: act === '' ? undefined : act })}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="outline">
          {t('filter')}
        </Button>
        {isNarrowed ? (
          <Button
            variant="subtle"
            onClick={() => {
              setActor('');
              onChange({});
            }}
          >
            {t('clear')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
