import type { HouseholdRecord } from '@benvung/contract/household';
import type { HouseholdActed } from '@benvung/contract/household-acts';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { useDraft } from '../../platform/use-draft.ts';
import type { FieldError } from '../../ui/form-errors.tsx';
import { ActForm } from './act-form.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { acts, ethnicGroupsQuery } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';
import type { Section } from './member-facts.ts';
import { changesOf, type Fact, type Facts, factText, labelOf } from './member-facts.ts';
import { MemberFields } from './member-fields.tsx';
import { OpenClosedFields } from './open-closed-fields.tsx';
import { useCorrection } from './use-correction.ts';

export interface ActProps {
  readonly record: HouseholdRecord;
  readonly today: string;
  readonly onClose: () => void;
  readonly onActed: (answer: HouseholdActed) => void;
}

interface EditMemberProps extends ActProps {
  readonly personId: string;
  readonly more?: ReactNode;
}

type Member = HouseholdRecord['members'][number];

export function EditMember({ record, personId, today, onClose, onActed, more }: EditMemberProps) {
  // what was before the eyes when the form opened stays the base, whatever comes in meanwhile
  const [base] = useState(record);
  const member = base.members.find((one) => one.personId === personId);
  if (member === undefined) return null;
  return <MemberForm {...{ record: base, member, today, onClose, onActed, more }} />;
}

function MemberForm(props: ActProps & { readonly member: Member; readonly more?: ReactNode }) {
  const { record, member, today, onClose, onActed, more } = props;
  const t = useWords(editWords);
  const language = useLanguage();
  const groups = useQuery(ethnicGroupsQuery).data?.groups ?? [];
  const { personId } = member;
  const draft = useDraft<Facts>(`ho.${record.id}.${personId}`, () => ({}));
  const [opened, setOpened] = useState<Facts>({});
  const [opening, setOpening] = useState<Section | null>(null);
  const [attempt, setAttempt] = useState(0);
  const shownFirst = { ...member.facts, ...opened };
  const facts = { ...shownFirst, ...draft.value };
  const closed = member.closed.filter((fact) => !(fact in opened) && !(fact in draft.value));
  const changes = changesOf(shownFirst, draft.value);
  const prefix = `m-${personId.slice(0, 8)}`;

  const correction = useCorrection({
    id: record.id,
    record,
    valuesOf: (known) => {
      const found = known.members.find((one) => one.personId === personId);
      const hidden = (found?.closed ?? []).filter((fact) => !(fact in opened));
      const entries = Object.entries({ ...found?.facts, ...(known === record ? opened : {}) });
      return Object.fromEntries(entries.filter(([fact]) => !(hidden as readonly string[]).includes(fact)));
    },
    send: (body, commandId) => acts.correctMember(record.id, personId, body as never, commandId),
    onDone: (answer) => {
      draft.drop();
      onActed(answer);
      onClose();
    },
  });

  const errors: FieldError[] = [];
  if ((facts.fullName ?? '').trim() === '')
    errors.push({ field: `${prefix}-fullName`, message: t('nameMissing') });

  function submit() {
    setAttempt(attempt + 1);
    if (errors.length > 0) return;
    if (Object.keys(changes).length === 0) return onClose();
    void correction.submit(changes);
  }

  const { conflict } = correction;
  const say = (fact: string, value: unknown) =>
    factText(fact as Fact, value as Facts[Fact], { language, groups }) ?? t('unknown');
  return (
    <>
      <ActForm
        title={t('editMember', { name: member.facts.fullName })}
        button={t('save')}
        errors={attempt > 0 ? errors : []}
        attempt={attempt}
        pending={correction.pending}
        problem={correction.problem}
        last={conflict?.fresh.last ?? record.last}
        restoredAt={draft.restoredAt}
        {...(Object.keys(changes).length === 0 ? {} : { onDrop: draft.drop })}
        onSubmit={submit}
        onClose={onClose}
        more={more}
      >
        {conflict === null || conflict.fields.length === 0 ? null : (
          <ConflictChoice
            conflict={conflict}
            label={(fact) => labelOf(fact as Fact, language)}
            theirs={(fact) =>
              say(fact, conflict.fresh.members.find((one) => one.personId === personId)?.facts[fact as Fact])
            }
            mine={(fact) => say(fact, changes[fact as Fact])}
            onChosen={(mine) => {
              const kept = Object.entries(changes).filter(
                ([fact]) => !conflict.fields.includes(fact) || mine.has(fact),
              );
              draft.set(() => Object.fromEntries(kept));
              if (kept.length === 0) return onClose();
              void correction.submit(Object.fromEntries(kept), conflict.fresh.version);
            }}
          />
        )}
        <MemberFields
          prefix={prefix}
          facts={facts}
          closed={closed}
          today={today}
          errors={attempt > 0 && errors.length > 0 ? { fullName: t('nameMissing') } : {}}
          onOpen={setOpening}
          onChange={(fact, value) => draft.set((before) => ({ ...before, [fact]: value }))}
        />
      </ActForm>
      {opening === null ? null : (
        <OpenClosedFields
          householdId={record.id}
          fields={opening.fields}
          onOpened={(_, disclosed) => {
            const found = disclosed.members.find((one) => one.personId === personId)?.facts ?? {};
            setOpened((before) => ({ ...before, ...found }));
            setOpening(null);
          }}
          onClose={() => setOpening(null)}
        />
      )}
    </>
  );
}
