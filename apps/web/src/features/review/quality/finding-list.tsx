import type { FindingView } from '@benvung/contract/review-quality';
import { FINDING_STATES, type FindingAct } from '@benvung/domain/review/quality/decide-finding';
import { QUALITY_CHECK_CODES, QUALITY_CHECKS } from '@benvung/domain/review/quality/quality-check';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { useMissing } from '../../../platform/use-missing.ts';
import { Block } from '../../../ui/block.tsx';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PagesOfList } from '../../../ui/pages.tsx';
import styles from '../desk.module.css';
import { findingsQuery, QUALITY_KEYS, sendFindingAct } from './quality.api.ts';
import { qualityWords } from './quality.words.ts';

interface FindingsProps {
  readonly unit: number;
  readonly year: number;
  readonly renderHousehold: (id: string, head: string) => ReactNode;
  readonly classWord: (householdClass: string) => string;
}

/** Each finding with the names behind it, and what is made of it. */
export function Findings({ unit, year, renderHousehold, classWord }: FindingsProps) {
  const t = useWords(qualityWords);
  const [check, setCheck] = useState('');
  const [state, setState] = useState<string>('open');
  const [page, setPage] = useState(1);
  const list = useQuery(
    findingsQuery({ unit, year, check: check || undefined, state: state || undefined, page }),
  );
  return (
    <Block title={t('findings')}>
      <div className={`${styles.fields} no-print`}>
        <ChoiceField
          label={t('check')}
          value={check}
          nothing={t('allChecks')}
          choices={QUALITY_CHECK_CODES.map((code) => ({ value: code, label: t(`check.${code}`) }))}
          onChange={(value) => {
            setCheck(value);
            setPage(1);
          }}
        />
        <ChoiceField
          label={t('state')}
          value={state}
          nothing={t('allStates')}
          choices={FINDING_STATES.map((one) => ({ value: one, label: t(one) }))}
          onChange={(value) => {
            setState(value);
            setPage(1);
          }}
        />
      </div>
      <Answer query={list} rows={6}>
        {(data) =>
          data.findings.length === 0 ? (
            <p>{t('noFindings')}</p>
          ) : (
            <>
              <ListTable
                styles={styles}
                caption={t('findings')}
                words={['household', 'check', 'found', 'enumerator', 'decision']}
                t={t}
              >
                {data.findings.map((one) => (
                  <FindingRow
                    key={`${one.id} ${one.version}`}
                    one={one}
                    {...{ renderHousehold, classWord }}
                  />
                ))}
              </ListTable>
              <PagesOfList page={data.page} t={t} onPage={setPage} />
            </>
          )
        }
      </Answer>
    </Block>
  );
}

interface RowProps extends Pick<FindingsProps, 'renderHousehold' | 'classWord'> {
  readonly one: FindingView;
}

const CLASSES = ['computed', 'decided', 'agreed'];

function FindingRow({ one, renderHousehold, classWord }: RowProps) {
  const t = useWords(qualityWords);
  const facts = Object.fromEntries(
    Object.entries(one.facts).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      if (CLASSES.includes(name)) return [name, classWord(value)];
      return [name, name === 'day' ? formatDay(value) : `${value.slice(11)} ${formatDay(value)}`];
    }),
  );
  const whole = QUALITY_CHECKS[one.check].of === 'village' ? 'wholeVillage' : 'wholeDay';
  return (
    <tr>
      <th scope="row">
        {one.household === null ? <em>{t(whole)}</em> : renderHousehold(one.household.id, one.household.head)}
        <div className={styles.second}>{one.village}</div>
      </th>
      <td>{t(`check.${one.check}`)}</td>
      <td>{t(`fact.${one.check}`, facts as never)}</td>
      <td>{one.enumerator ?? t('nobodySaid')}</td>
      <td>
        <strong>{t(one.state)}</strong>
        {one.reason === null ? null : (
          <div className={styles.second}>
            {t('decidedLine', {
              by: one.decidedBy ?? '',
              day: one.decidedOn === null ? '' : formatDay(one.decidedOn),
              reason: one.reason,
            })}
          </div>
        )}
        {one.state === 'gone' ? null : <Decide one={one} />}
      </td>
    </tr>
  );
}

function Decide({ one }: { readonly one: FindingView }) {
  const t = useWords(qualityWords);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const missing = useMissing();
  const decide = useCommand({
    send: (act: FindingAct, commandId) =>
      sendFindingAct(one.id, { commandId, version: one.version, act, reason: reason.trim() }),
    changes: QUALITY_KEYS,
    done: () => t('decided'),
  });
  if (!open)
    return (
      <Button
        variant="outline"
        size="xs"
        className="no-print"
        aria-label={`${t('decide')}: ${one.household?.head ?? one.village}, ${t(`check.${one.check}`)}`}
        onClick={() => setOpen(true)}
      >
        {t('decide')}
      </Button>
    );
  const acts: readonly FindingAct[] = [
    ...(one.state === 'explained' ? [] : (['explain'] as const)),
    ...(one.household === null || one.state === 'sentBack' ? [] : (['sendBack'] as const)),
    ...(one.state === 'open' ? [] : (['reopen'] as const)),
  ];
  return (
    <div className={styles.form}>
      {decide.isError ? <ProblemNotice error={decide.error} /> : null}
      <TextInput
        label={t('reason')}
        value={reason}
        maxLength={1000}
        error={missing.at(reason, t('reason'))}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        {acts.map((act) => (
          <Button
            key={act}
            variant="outline"
            size="xs"
            loading={decide.isPending && decide.variables === act}
            onClick={() => missing.allTold(reason) && decide.mutate(act)}
          >
            {t(act)}
          </Button>
        ))}
      </div>
    </div>
  );
}
