import type { AssignCommand, AssignmentBoard, AssignmentView } from '@benvung/contract/review-assignment';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { DayField } from '../../../platform/day-field.tsx';
import { formatCount } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { useMissing } from '../../../platform/use-missing.ts';
import { CheckField } from '../../../ui/check-field.tsx';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { PagesOfList } from '../../../ui/pages.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from '../desk.module.css';
import { deskWords } from '../desk.words.ts';
import { ReasonForm } from '../procedure/reason-form.tsx';
import { ASSIGNMENT_KEYS, sendAssignment, sendEnd, villageHouseholdsQuery } from './assignment.api.ts';
import { assignmentWords } from './assignment.words.ts';
import { householdsToGive } from './households-to-give.ts';

interface AssignFormProps {
  readonly round: string;
  readonly village: AssignmentBoard['villages'][number];
  readonly accounts: AssignmentBoard['accounts'];
  readonly today: string;
  readonly onDone: () => void;
}

/** A village, or some of its households, is given to someone; what stands can be ended. */
export function AssignForm({ round, village, accounts, today, onDone }: AssignFormProps) {
  const t = useWords(assignmentWords);
  const [apart, setApart] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [account, setAccount] = useState('');
  const [name, setName] = useState('');
  const [position, setPosition] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const give = useCommand({
    send: (body: Omit<AssignCommand, 'commandId'>, commandId) =>
      sendAssignment(round, { ...body, commandId }),
    changes: ASSIGNMENT_KEYS,
    done: ({ given, ended }) =>
      given + ended === 0
        ? t('givenSame')
        : t('given', { given: formatCount(given), ended: formatCount(ended) }),
    onDone,
  });
  const missing = useMissing();
  const submit = () =>
    missing.allTold(account === '' ? name : account) &&
    give.mutate({
      villageId: village.unit.id,
      householdIds: apart ? [...chosen] : null,
      accountId: account === '' ? null : account,
      name: account === '' ? name.trim() : '',
      position: position.trim() === '' ? null : position.trim(),
      untilDay: until,
      reason: reason.trim(),
    });
  return (
    <section aria-label={`${t('assign')}: ${village.unit.name}`} className={styles.form}>
      <h3>{village.unit.name}</h3>
      {village.standing.map((one) => (
        <EndOne key={one.id} one={one} />
      ))}
      {give.isError ? <ProblemNotice error={give.error} /> : null}
      <ChoiceField
        label={t('what')}
        value={apart ? 'apart' : 'village'}
        choices={[
          { value: 'village', label: t('wholeVillage', { village: village.unit.name }) },
          { value: 'apart', label: t('someHouseholds') },
        ]}
        onChange={(value) => setApart(value === 'apart')}
      />
      {apart ? <Households {...{ round, chosen }} village={village.unit.id} onChosen={setChosen} /> : null}
      <ChoiceField
        label={t('account')}
        value={account}
        nothing={t('noAccount')}
        choices={accounts.map((one) => ({ value: one.id, label: one.name }))}
        onChange={setAccount}
      />
      {account === '' ? (
        <TextField
          label={t('name')}
          value={name}
          maxLength={120}
          error={missing.at(name, t('name'))}
          onChange={setName}
        />
      ) : null}
      <TextField label={t('position')} value={position} maxLength={120} onChange={setPosition} />
      <DayField label={t('until')} value={until} today={today} onChange={setUntil} />
      {village.standing.length === 0 ? null : (
        <TextField
          label={t('reason')}
          description={t('reasonHint')}
          value={reason}
          maxLength={1000}
          onChange={setReason}
        />
      )}
      <div className={styles.acts}>
        <Button loading={give.isPending} onClick={submit}>
          {t('assign')}
        </Button>
        <Button variant="outline" onClick={onDone}>
          {t('close')}
        </Button>
      </div>
    </section>
  );
}

interface HouseholdsProps {
  readonly round: string;
  readonly village: number;
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
}

function Households({ round, village, chosen, onChosen }: HouseholdsProps) {
  const t = useWords(assignmentWords);
  const pages = useWords(deskWords);
  const [page, setPage] = useState(1);
  const list = useQuery(villageHouseholdsQuery(round, village, page));
  return (
    <Answer query={list} rows={4}>
      {({ households, page: at }) => (
        <fieldset className={styles.choices}>
          <legend>{t('chooseHouseholds')}</legend>
          {householdsToGive(households).map(({ householdId, head, listCode }) => (
            <CheckField
              key={householdId}
              label={listCode === null ? head : `${head} · ${listCode}`}
              checked={chosen.includes(householdId)}
              onChange={(checked) =>
                onChosen(checked ? [...chosen, householdId] : chosen.filter((id) => id !== householdId))
              }
            />
          ))}
          <PagesOfList page={at} t={pages} onPage={setPage} />
        </fieldset>
      )}
    </Answer>
  );
}

function EndOne({ one }: { readonly one: AssignmentView }) {
  const t = useWords(assignmentWords);
  const [asked, setAsked] = useState(false);
  const end = useCommand({
    send: (reason: string, commandId) => sendEnd(one.id, { commandId, version: one.version, reason }),
    changes: ASSIGNMENT_KEYS,
    done: () => t('ended'),
  });
  const name = one.household === null ? one.name : t('apart', { name: one.name, head: one.household.head });
  return (
    <div>
      <div className={styles.spread}>
        <span>{name}</span>
        <Button variant="subtle" aria-expanded={asked} onClick={() => setAsked(!asked)}>
          {t('end')}
        </Button>
      </div>
      {asked ? (
        <ReasonForm
          label={t('endReason', { name })}
          act={t('end')}
          command={end}
          onReason={(reason) => end.mutate(reason)}
        />
      ) : null}
    </div>
  );
}
