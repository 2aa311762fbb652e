import type { MeetingView } from '@benvung/contract/review-meeting';
import { ATTENDEE_KINDS, type AttendeeKind } from '@benvung/domain/review/meeting/meeting';
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { formatCount } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { useDraft } from '../../../platform/use-draft.ts';
import { Block } from '../../../ui/block.tsx';
import { FormErrors } from '../../../ui/form-errors.tsx';
import { sendAttendance } from './meeting.api.ts';
import { meetingWords } from './meeting.words.ts';
import { isTimeOfDay } from './meeting-time.ts';
import { PROCEDURE_KEYS } from './procedure.api.ts';
import own from './procedure.module.css';

const PEOPLE = ['chair', 'chairPosition', 'secretary', 'secretaryPosition'] as const;
type Word = (typeof PEOPLE)[number] | 'place' | 'begins';
/** Who has a position of the same name beside the field. */
const POSITION_OF = { chair: 'chairPosition', secretary: 'secretaryPosition' } as const;

/** As typed, kept in this browser until it is recorded. */
interface Typed {
  readonly counts: Readonly<Partial<Record<AttendeeKind, string>>>;
  readonly words: Readonly<Record<Word, string>>;
}

const idOf = (field: string): string => `attendance-${field}`;

/** Who came, by kind, who presides and writes, when and where: what the minutes begin with. */
export function Attendance({ view, may }: { readonly view: MeetingView; readonly may: boolean }) {
  const t = useWords(meetingWords);
  const draft = useDraft<Typed>(`attendance-${view.id}`, () => ({
    counts: Object.fromEntries(Object.entries(view.attendance).map(([kind, count]) => [kind, String(count)])),
    words: {
      chair: view.chair ?? '',
      chairPosition: view.chairPosition ?? '',
      secretary: view.secretary ?? '',
      secretaryPosition: view.secretaryPosition ?? '',
      place: view.place ?? '',
      begins: view.beginsAt ?? '',
    },
  }));
  const { counts, words } = draft.value;
  const [attempt, setAttempt] = useState(0);
  const known = useId();
  const save = useCommand({
    send: (body: object, commandId) => sendAttendance(view.id, { ...body, commandId }),
    changes: PROCEDURE_KEYS,
    done: ({ present }) => t('saved', { count: formatCount(present) }),
    onDone: () => {
      draft.drop();
      setAttempt(0);
    },
  });
  const told = toldOf(counts);
  const present = Object.values(told).reduce((sum, count) => sum + count, 0);
  const errors = [
    ...(present === 0 ? [{ field: idOf(ATTENDEE_KINDS[0]), message: t('presentMissing') }] : []),
    ...(words.chair.trim() === '' ? [{ field: idOf('chair'), message: t('chairMissing') }] : []),
    ...(words.secretary.trim() === '' ? [{ field: idOf('secretary'), message: t('secretaryMissing') }] : []),
    ...(words.begins.trim() === '' || isTimeOfDay(words.begins.trim())
      ? []
      : [{ field: idOf('begins'), message: t('beginsWrong', { typed: words.begins }) }]),
  ];
  const said = (field: string): ReactNode =>
    attempt > 0 ? errors.find((one) => one.field === idOf(field))?.message : undefined;
  const write = (word: Word, value: string) => {
    const position = word in POSITION_OF ? view.known.find(({ name }) => name === value.trim()) : undefined;
    const beside =
      position === undefined ? {} : { [POSITION_OF[word as keyof typeof POSITION_OF]]: position.position };
    draft.set((last) => ({ ...last, words: { ...last.words, [word]: value, ...beside } }));
  };
  const send = () => {
    setAttempt(attempt + 1);
    if (errors.length > 0) return;
    const { begins, ...rest } = Object.fromEntries(
      Object.entries(words).map(([word, value]) => [word, value.trim()]),
    ) as Record<Word, string>;
    save.mutate({
      version: view.version,
      heldOn: view.heldOn,
      beginsAt: begins === '' ? null : begins,
      ...rest,
      attendance: told,
    });
  };
  const field = (word: Word) => (
    <TextInput
      key={word}
      id={idOf(word)}
      label={t(word)}
      value={words[word]}
      disabled={!may}
      maxLength={word === 'begins' ? 5 : 120}
      error={said(word)}
      {...(word in POSITION_OF ? { list: known } : {})}
      onChange={(event) => write(word, event.currentTarget.value)}
    />
  );
  return (
    <Block title={t('attendance')}>
      {attempt > 0 ? (
        <FormErrors title={t('errors', { count: errors.length })} errors={errors} attempt={attempt} />
      ) : null}
      {save.isError ? <ProblemNotice error={save.error} /> : null}
      <div className={own.kinds}>
        {ATTENDEE_KINDS.map((kind) => (
          <TextInput
            key={kind}
            id={idOf(kind)}
            label={t(kind)}
            inputMode="numeric"
            value={counts[kind] ?? ''}
            disabled={!may}
            maxLength={5}
            error={said(kind)}
            onChange={(event) => {
              const count = event.currentTarget.value.replace(/\D/gu, '');
              draft.set((last) => ({ ...last, counts: { ...last.counts, [kind]: count } }));
            }}
          />
        ))}
        {PEOPLE.map(field)}
        {(['begins', 'place'] as const).map(field)}
        <datalist id={known}>
          {view.known.map(({ name, position }) => (
            <option key={`${name} ${position}`} value={name}>
              {position}
            </option>
          ))}
        </datalist>
      </div>
      <p>{t('present', { count: formatCount(present) })}</p>
      {may ? (
        <div>
          <Button variant={view.present === 0 ? 'filled' : 'outline'} loading={save.isPending} onClick={send}>
            {t('save')}
          </Button>
        </div>
      ) : null}
    </Block>
  );
}

const toldOf = (
  counts: Readonly<Partial<Record<AttendeeKind, string>>>,
): Partial<Record<AttendeeKind, number>> =>
  Object.fromEntries(
    ATTENDEE_KINDS.flatMap((kind) => {
      const count = Number(counts[kind] ?? '');
      return Number.isInteger(count) && count > 0 ? [[kind, count]] : [];
    }),
  );
