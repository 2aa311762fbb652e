import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PagesOfList } from '../../ui/pages.tsx';
import { correctionsQuery, foundQuery } from './desk.api.ts';
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
  /** The way to the form on the household's own page. */
  readonly renderCorrect: (id: string, label: string, head: string) => ReactNode;
  readonly renderClass: (householdClass: string | null) => ReactNode;
  readonly renderHousehold: (id: string, head: string) => ReactNode;
}

/** Corrections of a locked year: those that were made, and the making of one. */
export function Corrections(props: CorrectionsProps) {
  const t = useWords(deskWords);
  const { year, locked, may } = props;
  if (!locked) return <Notice kind="note" title={t('notLocked', { year })} />;
  return (
    <>
      <p>{t('correctionLead')}</p>
      {may ? <FindHousehold {...props} /> : <p className={styles.second}>{t('notYoursLock')}</p>}
      <CorrectionsMade {...props} />
    </>
  );
}

function FindHousehold({ unit, year, renderCorrect, renderClass }: CorrectionsProps) {
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
                    {renderCorrect(id, t('chooseHousehold'), head)}
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

function CorrectionsMade({ roundId, year, renderHousehold }: CorrectionsProps) {
  const t = useWords(deskWords);
  const [page, setPage] = useState(1);
  const corrections = useQuery(correctionsQuery(roundId, page));
  return (
    <Block title={t('correctionsList')}>
      <Answer query={corrections} rows={4}>
        {(data) =>
          data.corrections.length === 0 ? (
            <p className={styles.second}>{t('noCorrections', { year })}</p>
          ) : (
            <>
              <ListTable
                styles={styles}
                caption={t('correctionsList')}
                words={['head', 'changed', 'reasonLabel', 'author', 'when']}
                t={t}
              >
                {data.corrections.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">{renderHousehold(one.householdId, one.head)}</th>
                    <td>{one.changes.join('; ')}</td>
                    <td>{one.reason}</td>
                    <td>{one.author}</td>
                    <td className="num">{formatInstant(one.at)}</td>
                  </tr>
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
