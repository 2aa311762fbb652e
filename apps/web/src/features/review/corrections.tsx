import type { ReviewOfHousehold } from '@benvung/contract/household';
import type { CorrectionView } from '@benvung/contract/review';
import { GONE_REASONS } from '@benvung/domain/review/review-record';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Block } from '../../ui/block.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pages } from '../../ui/pages.tsx';
import { ReasonField } from './act-check.tsx';
import {
  correctionsQuery,
  DESK_KEYS,
  foundQuery,
  headQuery,
  resultQuery,
  sendCorrection,
} from './desk.api.ts';
import styles from './desk.module.css';
import { deskWords } from './desk.words.ts';

interface CorrectionsProps {
  readonly roundId: string;
  readonly unit: number;
  readonly year: number;
  /** The year is locked. */
  readonly locked: boolean;
  /** The reader may correct. */
  readonly may: boolean;
  /** The household being corrected, as the address says. */
  readonly household: string | undefined;
  readonly onHousehold: (id: string | undefined) => void;
  readonly renderClass: (householdClass: string | null) => ReactNode;
  readonly renderHousehold: (id: string, head: string) => ReactNode;
  readonly className: (householdClass: string) => string;
}

/** Corrections of a locked year: those that were made, and the making of one. */
export function Corrections(props: CorrectionsProps) {
  const t = useWords(deskWords);
  const { year, locked, may, household, onHousehold } = props;
  if (!locked) return <Notice kind="note" title={t('notLocked', { year })} />;
  return (
    <>
      <p>{t('correctionLead')}</p>
      {may ? (
        household === undefined ? (
          <FindHousehold {...props} />
        ) : (
          <CorrectOne
            key={household}
            {...props}
            household={household}
            onDone={() => onHousehold(undefined)}
          />
        )
      ) : (
        <p className={styles.second}>{t('notYoursLock')}</p>
      )}
      <CorrectionsMade {...props} />
    </>
  );
}

function FindHousehold({ unit, year, onHousehold, renderClass }: CorrectionsProps) {
  const t = useWords(deskWords);
  const [typed, setTyped] = useState('');
  const [sought, setSought] = useState('');
  const found = useQuery(foundQuery(unit, year, sought));
  const find = (event: FormEvent) => {
    event.preventDefault();
    setSought(typed);
  };
  return (
    <Block title={t('correctYear', { year })}>
      <form className={styles.line} onSubmit={find}>
        <TextInput
          label={t('findHousehold')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="outline" mt={24}>
          {t('find')}
        </Button>
      </form>
      {sought.trim().length < 2 ? null : (
        <Answer query={found} rows={3}>
          {({ households }) =>
            households.length === 0 ? (
              <p>{t('noHousehold')}</p>
            ) : (
              <ul className={styles.blockers}>
                {households.map(({ id, head, village, class: householdClass }) => (
                  <li key={id}>
                    <span className={styles.line}>
                      <span className={styles.name}>{head}</span> {village.name} {renderClass(householdClass)}
                    </span>
                    <Button variant="outline" onClick={() => onHousehold(id)}>
                      {t('chooseHousehold')}
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
      )}
    </Block>
  );
}

interface CorrectOneProps extends CorrectionsProps {
  readonly household: string;
  readonly onDone: () => void;
}

function CorrectOne(props: CorrectOneProps) {
  const result = useQuery(resultQuery(props.household, props.year));
  return (
    <Answer query={result} rows={5}>
      {(review) => <CorrectionForm {...props} review={review} />}
    </Answer>
  );
}

function CorrectionForm({
  roundId,
  year,
  household,
  review,
  onDone,
  renderClass,
  renderHousehold,
  className,
}: CorrectOneProps & { readonly review: ReviewOfHousehold }) {
  const t = useWords(deskWords);
  const known = useQuery(headQuery(household));
  const [newClass, setNewClass] = useState('');
  const [persons, setPersons] = useState('');
  const [gone, setGone] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const correcting = useCommand({
    send: (body: object, commandId) => sendCorrection(roundId, { ...body, commandId }),
    changes: [...DESK_KEYS, ['household'], ['tables']],
    done: ({ openingFollowed }) =>
      `${t('correctedToast')}. ${t(openingFollowed ? 'openingFollowed' : 'openingStays')}`,
    onDone,
  });
  const change =
    gone !== ''
      ? { gone }
      : {
          ...(newClass === '' ? {} : { class: newClass }),
          ...(/^[1-9]\d?$/u.test(persons.trim()) ? { persons: Number(persons) } : {}),
        };
  const nothing = Object.keys(change).length === 0;
  const correct = () => {
    setAsked(true);
    if (nothing || reason.trim() === '') return;
    correcting.mutate({
      householdId: household,
      standardId: review.standard,
      version: review.version,
      reason: reason.trim(),
      change,
    });
  };
  return (
    <Block
      title={t('correctYear', { year })}
      actions={
        <Button variant="outline" onClick={onDone}>
          {t('chooseOther')}
        </Button>
      }
    >
      <p className={styles.line}>
        {renderHousehold(household, known.data?.head ?? t('head'))} · {t('nowResult')}:{' '}
        {renderClass(review.class)}
      </p>
      <div className={styles.form}>
        <div className={styles.field}>
          <label htmlFor="new-class">{t('newClass')}</label>
          <select
            id="new-class"
            value={newClass}
            disabled={gone !== ''}
            onChange={(event) => setNewClass(event.target.value)}
          >
            <option value="">{t('keep')}</option>
            {HOUSEHOLD_CLASSES.map((one) => (
              <option key={one} value={one}>
                {className(one)}
              </option>
            ))}
          </select>
        </div>
        <TextInput
          label={t('newPersons')}
          inputMode="numeric"
          value={persons}
          placeholder={t('keep')}
          disabled={gone !== ''}
          onChange={(event) => setPersons(event.currentTarget.value)}
        />
        <div className={styles.field}>
          <label htmlFor="gone-instead">{t('goneInstead')}</label>
          <select id="gone-instead" value={gone} onChange={(event) => setGone(event.target.value)}>
            <option value="">{t('notGone')}</option>
            {GONE_REASONS.map((one) => (
              <option key={one} value={one}>
                {t(`gone.${one}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <ReasonField
        reason={reason}
        setReason={setReason}
        wrong={asked && reason.trim() === ''}
        label={t('correctionReason')}
      />
      {asked && nothing ? <p className={styles.wrong}>{t('nothingChanged')}</p> : null}
      {correcting.isError ? <ProblemNotice error={correcting.error} /> : null}
      <div className={styles.acts}>
        <Button onClick={correct} loading={correcting.isPending}>
          {t('correctButton')}
        </Button>
      </div>
    </Block>
  );
}

function CorrectionsMade({ roundId, year, renderClass, renderHousehold }: CorrectionsProps) {
  const t = useWords(deskWords);
  const [page, setPage] = useState(1);
  const corrections = useQuery(correctionsQuery(roundId, page));
  const state = (one: CorrectionView['after'] | null) =>
    one === null ? null : one.gone !== null ? (
      t(`gone.${one.gone}`)
    ) : (
      <>
        {renderClass(one.class)} {one.persons === null ? '' : t('personsOf', { count: one.persons })}
      </>
    );
  return (
    <Block title={t('correctionsList')}>
      <Answer query={corrections} rows={4}>
        {(data) =>
          data.corrections.length === 0 ? (
            <p className={styles.second}>{t('noCorrections', { year })}</p>
          ) : (
            <>
              <div className={styles.box}>
                <table className={styles.table}>
                  <caption className="visually-hidden">{t('correctionsList')}</caption>
                  <thead>
                    <tr>
                      {(['head', 'before', 'after', 'reasonLabel', 'author', 'when'] as const).map((one) => (
                        <th key={one} scope="col">
                          {t(one)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {data.corrections.map((one) => (
                      <tr key={one.id}>
                        <th scope="row">{renderHousehold(one.householdId, one.head)}</th>
                        <td>{state(one.before)}</td>
                        <td>{state(one.after)}</td>
                        <td>{one.reason}</td>
                        <td>{one.author}</td>
                        <td className="num">{formatInstant(one.at)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <Pages
                page={data.page.page}
                pages={Math.max(1, Math.ceil(data.page.total / data.page.pageSize))}
                texts={{
                  label: t('paging'),
                  previous: t('previous'),
                  next: t('next'),
                  at: (at, all) => t('page', { page: at, pages: all }),
                }}
                onPage={setPage}
              />
            </>
          )
        }
      </Answer>
    </Block>
  );
}
