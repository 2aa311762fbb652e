import type { GrievanceNoted, PostingLine } from '@benvung/contract/review-posting';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { useMissing } from '../../../platform/use-missing.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { noteGrievance, POSTING_KEYS, postingQuery } from './posting.api.ts';
import styles from './posting.module.css';
import { postingWords } from './posting.words.ts';

const CATEGORIES = ['household', 'absent', 'process'] as const;
const CHANNELS = ['office', 'meeting', 'post'] as const;

/** What someone said at the office, at the meeting or in a letter; its receipt is shown this once. */
export function NoteGrievance({ postings }: { readonly postings: readonly PostingLine[] }) {
  const t = useWords(postingWords);
  const [noted, setNoted] = useState<GrievanceNoted | null>(null);
  const [posting, setPosting] = useState(postings[0]?.id ?? '');
  const [category, setCategory] = useState<(typeof CATEGORIES)[number] | ''>('household');
  const [channel, setChannel] = useState<(typeof CHANNELS)[number] | ''>('office');
  const [number, setNumber] = useState('');
  const [text, setText] = useState({ householdName: '', about: '', complainantName: '', phone: '' });
  const list = useQuery({ ...postingQuery(posting), enabled: posting !== '' && category === 'household' });
  const note = useCommand({ send: noteGrievance, changes: POSTING_KEYS, onDone: setNoted });
  const missing = useMissing();
  const set = (name: keyof typeof text) => (value: string) => setText((last) => ({ ...last, [name]: value }));
  if (noted !== null)
    return (
      <Notice kind="done">
        <p>{t('noted', { number: noted.number, code: noted.receiptCode, day: formatDay(noted.dueOn) })}</p>
      </Notice>
    );
  const who = category === 'household' ? number : category === 'absent' ? text.householdName : 'none';
  const save = () => {
    if (!missing.allTold(who, text.about) || category === '' || channel === '') return;
    note.mutate({
      postingId: posting,
      category,
      channel,
      number: category === 'household' && number !== '' ? Number(number) : null,
      householdName: category === 'absent' ? text.householdName : null,
      about: text.about,
      complainantName: text.complainantName || null,
      phone: text.phone || null,
    });
  };
  return (
    <div className={styles.stack}>
      <ChoiceField
        label={t('notePosting')}
        value={posting}
        choices={postings.map(({ id, village, from }) => ({
          value: id,
          label: `${village} · ${formatDay(from)}`,
        }))}
        onChange={setPosting}
      />
      <ChoiceField
        label={t('noteCategory')}
        value={category}
        choices={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
        onChange={setCategory}
      />
      {category === 'household' ? (
        <ChoiceField
          label={t('noteNumber')}
          value={number}
          nothing="…"
          choices={(list.data?.list.lines ?? []).map((line) => ({
            value: String(line.number),
            label: `${line.number}. ${line.head}`,
          }))}
          error={missing.at(number, t('noteNumber'))}
          onChange={setNumber}
        />
      ) : null}
      {category === 'absent' ? (
        <TextField
          label={t('noteHousehold')}
          value={text.householdName}
          maxLength={120}
          error={missing.at(text.householdName, t('noteHousehold'))}
          onChange={set('householdName')}
        />
      ) : null}
      <ChoiceField
        label={t('noteChannel')}
        value={channel}
        choices={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        onChange={setChannel}
      />
      <label className={styles.label}>
        {t('about')}
        <textarea
          className={styles.area}
          rows={4}
          maxLength={2000}
          value={text.about}
          aria-invalid={missing.at(text.about, t('about')) === undefined ? undefined : true}
          onChange={(event) => set('about')(event.target.value)}
        />
        {missing.at(text.about, t('about')) === undefined ? null : (
          <span className={styles.missing}>{missing.at(text.about, t('about'))}</span>
        )}
      </label>
      <TextField
        label={t('complainantName')}
        value={text.complainantName}
        maxLength={120}
        onChange={set('complainantName')}
      />
      <TextField
        label={t('phone')}
        value={text.phone}
        maxLength={20}
        inputMode="tel"
        onChange={set('phone')}
      />
      {note.isError ? <ProblemNotice error={note.error} /> : null}
      <Button loading={note.isPending} onClick={save}>
        {t('save')}
      </Button>
    </div>
  );
}
