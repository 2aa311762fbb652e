import type { AssignmentBoard, AssignmentView } from '@benvung/contract/review-assignment';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { TableExport } from '../../../platform/export/table-export.tsx';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { Block } from '../../../ui/block.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { ColumnHeads } from '../../../ui/table-head.tsx';
import styles from '../desk.module.css';
import { MakePaper } from '../make-paper.tsx';
import { AssignForm } from './assign-form.tsx';
import { assignmentsQuery, sendAssignmentPaper } from './assignment.api.ts';
import { assignmentWords } from './assignment.words.ts';

interface AssignmentsProps {
  readonly round: string;
  readonly may: boolean;
  readonly renderDocument: (id: string, text: string) => ReactNode;
}

/** Who asks where in a round, how far each is and how well; what nobody was given stands first. */
export function Assignments({ round, may, renderDocument }: AssignmentsProps) {
  const t = useWords(assignmentWords);
  const board = useQuery(assignmentsQuery(round));
  return (
    <>
      <p className="no-print">{t('lead')}</p>
      <Answer query={board} rows={8}>
        {(data) => <BoardOf board={data} may={may && data.round.open} renderDocument={renderDocument} />}
      </Answer>
    </>
  );
}

interface BoardProps extends Pick<AssignmentsProps, 'may' | 'renderDocument'> {
  readonly board: AssignmentBoard;
}

function BoardOf({ board, may, renderDocument }: BoardProps) {
  const t = useWords(assignmentWords);
  const { unassigned, villages } = board;
  const all = villages.reduce((sum, { households }) => sum + households, 0);
  if (all === 0) return <Notice kind="empty" title={t('noHouseholds')} />;
  return (
    <>
      {unassigned.households === 0 ? (
        <Notice kind="done" title={t('allAssigned')} />
      ) : (
        <Notice
          kind="warning"
          title={t('unassigned', {
            villages: formatCount(unassigned.villages),
            households: formatCount(unassigned.households),
          })}
        />
      )}
      <Villages board={board} may={may} />
      <Block title={t('byPerson')} actions={may ? <Paper {...{ board, renderDocument }} /> : null}>
        <People people={board.enumerators} />
      </Block>
    </>
  );
}

function Paper({ board, renderDocument }: Pick<BoardProps, 'board' | 'renderDocument'>) {
  const t = useWords(assignmentWords);
  if (board.enumerators.length === 0) return null;
  return (
    <MakePaper
      label={t('paper')}
      made={t('paperMade')}
      open={t('openPaper')}
      send={(commandId) => sendAssignmentPaper(board.round.id, commandId)}
      renderDocument={renderDocument}
    />
  );
}

function Villages({ board, may }: Pick<BoardProps, 'board' | 'may'>) {
  const t = useWords(assignmentWords);
  const [opened, setOpened] = useState<number | null>(null);
  const { villages, round, accounts, today } = board;
  const open = villages.find(({ unit }) => unit.id === opened);
  return (
    <Block title={t('byVillage')}>
      <TableExport title={t('byVillage')}>
        <TableBox label={t('byVillage')} className={styles.box}>
          <table className={styles.table}>
            <caption className="visually-hidden">{t('byVillage')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('village')}</th>
                <th scope="col" className={styles.number}>
                  {t('households')}
                </th>
                <th scope="col" className={styles.number}>
                  {t('doneOf')}
                </th>
                <th scope="col" className={styles.snug}>
                  {t('who')}
                </th>
                {may ? (
                  <th scope="col" className={`${styles.snug} no-print`}>
                    {t('acts')}
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {villages.map(({ unit, households, done, standing, ended }) => (
                <tr key={unit.id}>
                  <th scope="row">{unit.name}</th>
                  <td className={styles.number}>{formatCount(households)}</td>
                  <td className={styles.number}>{formatCount(done)}</td>
                  <td className={styles.snug}>
                    <Standing standing={standing} ended={ended} />
                  </td>
                  {may ? (
                    <td className={`${styles.snug} no-print`}>
                      <Button
                        variant="outline"
                        size="xs"
                        aria-expanded={unit.id === opened}
                        aria-label={`${t(standing.length === 0 ? 'assign' : 'assignMore')}: ${unit.name}`}
                        onClick={() => setOpened(unit.id === opened ? null : unit.id)}
                      >
                        {t(standing.length === 0 ? 'assign' : 'assignMore')}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </TableExport>
      {open === undefined || !may ? null : (
        <AssignForm
          key={open.unit.id}
          {...{ round: round.id, village: open, accounts, today }}
          onDone={() => setOpened(null)}
        />
      )}
    </Block>
  );
}

interface StandingProps {
  readonly standing: readonly AssignmentView[];
  readonly ended: readonly AssignmentView[];
}

function Standing({ standing, ended }: StandingProps) {
  const t = useWords(assignmentWords);
  return (
    <>
      {standing.some(({ household }) => household === null) ? null : <em>{t('nobody')}</em>}
      {standing.map(({ id, name, household, untilDay }) => (
        <div key={id}>
          {household === null ? name : t('apart', { name, head: household.head })}
          {untilDay === null ? null : (
            <span className={styles.second}> ({t('untilDay', { day: formatDay(untilDay) })})</span>
          )}
        </div>
      ))}
      {ended.length === 0 ? null : (
        <details className="no-print">
          <summary>
            {t('history')} {formatCount(ended.length)}
          </summary>
          {ended.map((one) => (
            <div key={one.id} className={styles.second}>
              {t('historyLine', {
                name:
                  one.household === null
                    ? one.name
                    : t('apart', { name: one.name, head: one.household.head }),
                from: formatDay(one.assignedOn),
                to: one.endedOn === null ? '' : formatDay(one.endedOn),
                reason: one.endedReason ?? '',
              })}
            </div>
          ))}
        </details>
      )}
    </>
  );
}

const FIGURES = ['villages', 'households', 'done', 'toLookAt', 'toAskAgain'] as const;
/** Signs of quality stand beside names for inspectors alone. */
const INSPECTED = [...FIGURES, 'findings'] as const;

function People({ people }: { readonly people: AssignmentBoard['enumerators'] }) {
  const t = useWords(assignmentWords);
  if (people.length === 0) return <Notice kind="empty" title={t('none')} />;
  const figures = people.some(({ findings }) => findings !== null) ? INSPECTED : FIGURES;
  const word = (figure: (typeof INSPECTED)[number]) => (figure === 'done' ? t('doneOf') : t(figure));
  return (
    <TableExport title={t('byPerson')}>
      <TableBox label={t('byPerson')} className={styles.box}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('byPerson')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('who')}</th>
              <ColumnHeads words={figures} t={word} className={styles.number} />
              <th scope="col">{t('until')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.key}>
                <th scope="row">{one.name}</th>
                {figures.map((figure) => (
                  <td key={figure} className={styles.number}>
                    {formatCount(one[figure] ?? 0)}
                  </td>
                ))}
                <td>{one.untilDay === null ? '–' : formatDay(one.untilDay)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </TableExport>
  );
}
