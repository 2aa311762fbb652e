import type { HouseholdView } from '@benvung/contract/household';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatDay } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import { useFactWord } from './fact.words.ts';
import { householdWords } from './household.words.ts';
import { editWords } from './household-edit.words.ts';
import styles from './members.module.css';
import { type ClosedField, OpenClosedFields, type Opened } from './open-closed-fields.tsx';

type Member = HouseholdView['members'][number];

interface MembersProps {
  readonly householdId: string;
  readonly members: readonly Member[];
  /** Only for who may correct. */
  readonly onEdit?: ((personId: string) => void) | undefined;
  readonly onAdd?: (() => void) | undefined;
  /** Takes the list away. */
  readonly tools?: ReactNode;
}

/** Who lives there. Closed fields show that they hold something, and open only for a stated reason. */
export function Members({ householdId, members, onEdit, onAdd, tools }: MembersProps) {
  const t = useWords(householdWords);
  const edit = useWords(editWords);
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const here = members.filter((member) => member.left === null).length;
  const closed = [...new Set(members.flatMap((member) => member.closed))];
  return (
    <Block
      title={t('members', { count: here })}
      actions={
        <span className={styles.buttons}>
          {here === 0 ? null : tools}
          {closed.length === 0 ? null : opened === null ? (
            <Button variant="outline" size="xs" onClick={() => setAsking(true)}>
              {t('openClosed')}
            </Button>
          ) : (
            <Button variant="outline" size="xs" onClick={() => setOpened(null)}>
              {t('hideAgain')}
            </Button>
          )}
          {onAdd === undefined ? null : (
            <Button variant="outline" size="xs" onClick={onAdd}>
              {edit('addMember')}
            </Button>
          )}
        </span>
      }
    >
      {members.length === 0 ? (
        <p>{t('membersEmpty')}</p>
      ) : (
        <MemberTable members={members} opened={opened} onEdit={onEdit} />
      )}
      {asking ? (
        <OpenClosedFields
          householdId={householdId}
          fields={closed}
          onOpened={(values) => {
            setOpened(values);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Block>
  );
}

interface MemberTableProps {
  readonly members: readonly Member[];
  readonly opened: Opened | null;
  readonly onEdit: ((personId: string) => void) | undefined;
}

function MemberTable({ members, opened, onEdit }: MemberTableProps) {
  const t = useWords(householdWords);
  const edit = useWords(editWords);
  const hasClosed = members.some((member) => member.closed.length > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys
    <section className={styles.box} aria-label={t('memberTable')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('relation')}</th>
            <th scope="col">{t('sex')}</th>
            <th scope="col">{t('birthYear')}</th>
            <th scope="col">{t('education')}</th>
            <th scope="col">{t('attending')}</th>
            <th scope="col">{t('labour')}</th>
            {hasClosed ? <th scope="col">{t('closedFields')}</th> : null}
            {onEdit === undefined ? null : (
              <th scope="col" className="no-print">
                <span className="visually-hidden">{edit('edit')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow
              key={member.personId}
              member={member}
              opened={opened}
              hasClosed={hasClosed}
              onEdit={onEdit}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A class of persons, not of households: why, and by what, is one step away. */
function LowIncomeWorker({ mark }: { readonly mark: NonNullable<Member['lowIncomeWorker']> }) {
  const t = useWords(householdWords);
  return (
    <details className={styles.left}>
      <summary>{mark.is === true ? t('lowIncomeWorker') : t('lowIncomeWorkerUnknown')}</summary>
      {mark.text} <span>{t('lowIncomeWorkerFrom', { year: mark.year, source: mark.source })}</span>
    </details>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly opened: Opened | null;
  readonly hasClosed: boolean;
  readonly onEdit: ((personId: string) => void) | undefined;
}

function MemberRow({ member, opened, hasClosed, onEdit }: MemberRowProps) {
  const t = useWords(householdWords);
  const edit = useWords(editWords);
  const word = useFactWord();
  const values = opened?.get(member.personId);
  return (
    <tr>
      <th scope="row">
        {member.fullName}
        {member.left === null ? null : (
          <span className={styles.left}>
            {t('left', { day: formatDay(member.left.on), reason: word(member.left.reason) })}
          </span>
        )}
        {member.lowIncomeWorker == null ? null : <LowIncomeWorker mark={member.lowIncomeWorker} />}
      </th>
      <td>{word(member.relation)}</td>
      <td>{member.sex === null ? t('unknown') : t(member.sex)}</td>
      <td className="num">{member.birthYear ?? t('unknown')}</td>
      <td>{member.educationFinished === null ? t('unknown') : word(member.educationFinished)}</td>
      <td>{member.attending === null ? t('unknown') : word(member.attending)}</td>
      <td>{member.labourStatus === null ? t('unknown') : word(member.labourStatus)}</td>
      {hasClosed ? (
        <td>
          {member.closed.map((field: ClosedField) => (
            <span key={field} className={styles.closed}>
              {t(field)}:{' '}
              <span className="num">{values === undefined ? '••••' : (values[field] ?? '–')}</span>
            </span>
          ))}
        </td>
      ) : null}
      {onEdit === undefined ? null : (
        <td className="no-print">
          {member.left === null ? (
            <Button
              variant="outline"
              size="xs"
              aria-label={edit('editMember', { name: member.fullName })}
              onClick={() => onEdit(member.personId)}
            >
              {edit('edit')}
            </Button>
          ) : null}
        </td>
      )}
    </tr>
  );
}
