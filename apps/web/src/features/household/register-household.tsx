import type { HouseholdActed } from '@benvung/contract/household-acts';
import type { UnitRef } from '@benvung/contract/shared';
import { Button } from '@mantine/core';
import { DayField } from '../../platform/day-field.tsx';
import { useWords } from '../../platform/i18n.ts';
import { newId } from '../../platform/new-id.ts';
import { Block } from '../../ui/block.tsx';
import type { FieldError } from '../../ui/form-errors.tsx';
import { ActForm } from './act-form.tsx';
import styles from './edit.module.css';
import { HouseholdFields, readFields, readPlace, type TypedFields } from './edit-household.tsx';
import { acts } from './household-acts.api.ts';
import { editWords } from './household-edit.words.ts';
import { LikelySame } from './likely-same.tsx';
import { type Facts, knownOf } from './member-facts.ts';
import { MemberFields } from './member-fields.tsx';
import type { RenderVillage } from './move-household.tsx';
import { useAct } from './use-act.ts';
import { useForm } from './use-form.ts';

interface TypedMember {
  readonly personId: string;
  readonly facts: Facts;
}

interface Typed {
  readonly id: string;
  readonly day: string | null;
  readonly village: UnitRef | null;
  readonly fields: TypedFields;
  readonly members: readonly TypedMember[];
}

interface RegisterHouseholdProps {
  readonly today: string;
  /** Where the officer is, when that is a village. */
  readonly village: UnitRef | null;
  readonly renderVillage: RenderVillage;
  readonly onClose: () => void;
  readonly onRegistered: (answer: HouseholdActed) => void;
}

const aHead = (): TypedMember => ({ personId: newId(), facts: { relation: 'head' } });
const isNamed = ({ facts }: TypedMember) => (facts.fullName ?? '').trim() !== '';

function check(t: ReturnType<typeof useWords<(typeof editWords)['vi']>>) {
  return ({ day, village, members, fields }: Typed): (FieldError | false)[] => [
    village === null && { field: 'new-village', message: t('villageMissing') },
    day === null && { field: 'new-day', message: t('dayMissing') },
    fields.location !== undefined &&
      readPlace(fields.location) === undefined && {
        field: 'new-location',
        message: t('locationWrong', { text: fields.location }),
      },
    ...members.flatMap((member, at) => [
      !isNamed(member) && { field: `new-${at}-fullName`, message: t('nameMissing') },
      !member.facts.relation && { field: `new-${at}-relation`, message: t('relationMissing') },
    ]),
  ];
}

/** A household recorded for the first time, with everyone in it; only village, day and the head's name are needed. */
export function RegisterHousehold(props: RegisterHouseholdProps) {
  const { today, village, renderVillage, onClose, onRegistered } = props;
  const t = useWords(editWords);
  const form = useForm<Typed>(
    'ho.moi',
    () => ({ id: newId(), day: today, village, fields: {}, members: [aHead()] }),
    check(t),
  );
  const { typed, put } = form;
  const act = useAct({
    send: acts.register,
    done: t('registered'),
    onDone: (answer) => {
      form.draft.drop();
      onRegistered(answer);
    },
  });
  function send() {
    if (typed.day === null || typed.village === null) return;
    const members = typed.members.map(({ personId, facts }) => ({
      ...knownOf(facts),
      personId,
      fullName: facts.fullName?.trim() ?? '',
      relation: facts.relation ?? ('other' as const),
    }));
    const { id, day } = typed;
    act.mutate({ id, day, villageId: typed.village.id, fields: readFields(typed.fields), members });
  }
  const setMember = (at: number, facts: Facts) =>
    put({ members: typed.members.map((one, index) => (index === at ? { ...one, facts } : one)) });
  return (
    <ActForm
      title={t('fieldsOfHousehold')}
      lead={t('newLead')}
      button={t('registerNow')}
      errors={form.errors}
      attempt={form.attempt}
      pending={act.isPending}
      problem={act.error}
      restoredAt={form.draft.restoredAt}
      onDrop={form.draft.drop}
      onSubmit={() => form.press(send)}
      onClose={onClose}
    >
      <div className={styles.fields}>
        {renderVillage({
          id: 'new-village',
          label: t('village'),
          village: typed.village,
          onPick: (next) => put({ village: next }),
          error: form.errorAt('new-village'),
        })}
        <DayField
          id="new-day"
          label={t('registerDay')}
          value={typed.day}
          today={today}
          onChange={(day) => put({ day })}
          error={form.errorAt('new-day')}
        />
      </div>
      <HouseholdFields
        prefix="new"
        typed={typed.fields}
        onChange={(key, text) => put({ fields: { ...typed.fields, [key]: text } })}
        placeError={form.errorAt('new-location')}
      />
      <LikelySame villageId={typed.village?.id ?? null} members={typed.members.map(({ facts }) => facts)} />
      {typed.members.map((member, at) => (
        <NewMember
          key={member.personId}
          at={at}
          member={member}
          today={today}
          errorAt={form.errorAt}
          onChange={(facts) => setMember(at, facts)}
          onDrop={() => put({ members: typed.members.filter((one) => one !== member) })}
        />
      ))}
      <div>
        <Button
          variant="outline"
          onClick={() => put({ members: [...typed.members, { personId: newId(), facts: {} }] })}
        >
          {t('alsoMember')}
        </Button>
      </div>
    </ActForm>
  );
}

interface NewMemberProps {
  readonly at: number;
  readonly member: TypedMember;
  readonly today: string;
  readonly errorAt: (field: string) => string | undefined;
  readonly onChange: (facts: Facts) => void;
  readonly onDrop: () => void;
}

function NewMember({ at, member, today, errorAt, onChange, onDrop }: NewMemberProps) {
  const t = useWords(editWords);
  const prefix = `new-${at}`;
  const wrong = (fact: 'fullName' | 'relation') => {
    const message = errorAt(`${prefix}-${fact}`);
    return message === undefined ? {} : { [fact]: message };
  };
  const shared = {
    prefix,
    facts: member.facts,
    today,
    onChange: (fact: keyof Facts, value: Facts[keyof Facts]) => onChange({ ...member.facts, [fact]: value }),
  };
  return (
    <Block
      title={at === 0 ? t('newHouseholdHead') : t('memberNumber', { number: at + 1 })}
      actions={
        at === 0 ? null : (
          <Button variant="outline" size="xs" onClick={onDrop}>
            {t('dropMember')}
          </Button>
        )
      }
    >
      <MemberFields {...shared} sections={['who']} errors={{ ...wrong('fullName'), ...wrong('relation') }} />
      <details className={styles.more}>
        <summary>{t('moreFacts')}</summary>
        <div className={styles.moreBody}>
          <MemberFields {...shared} sections={['school', 'welfare', 'identity', 'health']} />
        </div>
      </details>
    </Block>
  );
}
