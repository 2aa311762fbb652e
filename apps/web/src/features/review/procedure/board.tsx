import type { BoardRow, BoardView } from '@benvung/contract/review-case';
import { BOARD_COLUMNS } from '@benvung/domain/review/case/case-state';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { TableExport } from '../../../platform/export/table-export.tsx';
import { formatCount, formatDay } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { ProblemNotice } from '../../../platform/problem-notice.tsx';
import { useCommand } from '../../../platform/use-command.ts';
import { Block } from '../../../ui/block.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PagesOfList } from '../../../ui/pages.tsx';
import { TableBox } from '../../../ui/table-box.tsx';
import { ColumnHeads, TableHead } from '../../../ui/table-head.tsx';
import styles from '../desk.module.css';
import { type BoardTableProps, Cards, Cell, DueOf, Holding, type Opened } from './board-cells.tsx';
import { DeadlineText } from './deadline-text.tsx';
import { boardQuery, casesQuery, PROCEDURE_KEYS, sendProcedure } from './procedure.api.ts';
import own from './procedure.module.css';
import { procedureWords } from './procedure.words.ts';

interface BoardProps {
  readonly unit: number;
  readonly year: number;
  readonly mayBegin: boolean;
  readonly actions: ReactNode;
  readonly renderClass: (householdClass: string | null) => ReactNode;
  readonly renderCase: (id: string, head: string) => ReactNode;
}

/** Where every case stands, a line a village or commune: each number opens its cases, and the rows add up. */
export function ReviewBoard(props: BoardProps) {
  const { unit, year } = props;
  const t = useWords(procedureWords);
  const [kind, setKind] = useState<'PERIODIC' | 'AD_HOC'>('PERIODIC');
  const board = useQuery(boardQuery(unit, year, kind));
  return (
    <>
      <div className={`${styles.spread} no-print`}>
        <fieldset className={own.kindChoice}>
          <legend className="visually-hidden">{t('kindOfRound')}</legend>
          {(
            [
              ['PERIODIC', 'periodic'],
              ['AD_HOC', 'adHoc'],
            ] as const
          ).map(([one, word]) => (
            <Button
              key={one}
              variant={one === kind ? 'light' : 'outline'}
              aria-pressed={one === kind}
              onClick={() => setKind(one)}
            >
              {t(word)}
            </Button>
          ))}
        </fieldset>
        <div className={styles.acts}>{props.actions}</div>
      </div>
      <Answer query={board} rows={10}>
        {(data) => <BoardOf {...props} key={`${unit} ${year} ${kind}`} board={data} />}
      </Answer>
    </>
  );
}

function BoardOf({ board, mayBegin, renderClass, renderCase }: BoardProps & { readonly board: BoardView }) {
  const t = useWords(procedureWords);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { round } = board;
  if (board.kind === 'PERIODIC' && round !== null && !round.inProcedure)
    return <BeginProcedure round={round} may={mayBegin && round.open} />;
  if (board.total.listed === 0 && board.total.requests === 0)
    return (
      <Notice
        kind="empty"
        title={
          board.kind === 'PERIODIC' && round === null && board.unit.level === 'commune'
            ? t('noRound', { year: board.year })
            : t('empty')
        }
      />
    );
  return (
    <>
      <p className={styles.second}>
        {t('windowLine', {
          from: formatDay(board.window.from),
          to: formatDay(board.window.to),
          procedure: board.procedure?.title ?? '',
        })}
      </p>
      <BoardTable board={board} opened={opened} onOpen={setOpened} />
      {opened === null ? null : (
        <OpenedCases {...{ opened, board, renderClass, renderCase }} onClose={() => setOpened(null)} />
      )}
    </>
  );
}

function BeginProcedure({ round, may }: { readonly round: { readonly id: string }; readonly may: boolean }) {
  const t = useWords(procedureWords);
  const begin = useCommand({
    send: (_: null, commandId) => sendProcedure(round.id, commandId),
    changes: PROCEDURE_KEYS,
    done: ({ cases }) => t('begun', { count: formatCount(cases) }),
  });
  return (
    <>
      {begin.isError ? <ProblemNotice error={begin.error} /> : null}
      <Notice
        kind="note"
        title={t('notInProcedure')}
        actions={
          may ? (
            <Button loading={begin.isPending} onClick={() => begin.mutate(null)}>
              {t('begin')}
            </Button>
          ) : undefined
        }
      >
        {may ? <p>{t('beginHint')}</p> : null}
      </Notice>
    </>
  );
}

function BoardTable({ board, opened, onOpen }: BoardTableProps) {
  const t = useWords(procedureWords);
  const title = t('boardTitle', { year: board.year });
  const sum = BOARD_COLUMNS.reduce((total, column) => total + board.total.columns[column], 0);
  const line = (row: BoardRow, label: string) => (
    <tr key={label}>
      <th scope="row" className={own.name}>
        {label}
      </th>
      <td className={styles.number}>{formatCount(row.listed)}</td>
      {BOARD_COLUMNS.map((column) => (
        <td key={column} className={styles.number}>
          <Cell {...{ row, column, opened, onOpen }} count={row.columns[column]} />
        </td>
      ))}
      <td className={styles.number}>
        <Cell {...{ row, opened, onOpen }} column="requests" count={row.requests} />
      </td>
      <td className={own.standing}>
        <Holding row={row} />
        <DueOf row={row} today={board.today} />
      </td>
    </tr>
  );
  return (
    <TableExport title={title}>
      <TableBox className={`${styles.box} ${own.wide}`} label={title} wide>
        <table className={styles.table}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              <th scope="col" className={styles.number}>
                {t('listed')}
              </th>
              <ColumnHeads words={BOARD_COLUMNS} t={t} className={styles.number} />
              <th scope="col" className={styles.number}>
                {t('requests')}
              </th>
              <th scope="col">{t('holding')}</th>
            </tr>
          </thead>
          <tbody>{board.rows.map((row) => line(row, row.unit?.name ?? t('unknownVillage')))}</tbody>
          <tfoot>{line(board.total, t('total'))}</tfoot>
        </table>
      </TableBox>
      <Cards {...{ board, opened, onOpen }} />
      {sum === board.total.listed ? (
        <p className={styles.second}>✓ {t('addsUp', { sum: formatCount(sum) })}</p>
      ) : null}
    </TableExport>
  );
}

interface OpenedCasesProps extends Pick<BoardProps, 'renderClass' | 'renderCase'> {
  readonly opened: Opened;
  readonly board: BoardView;
  readonly onClose: () => void;
}

function OpenedCases({ opened, board, renderClass, renderCase, onClose }: OpenedCasesProps) {
  const t = useWords(procedureWords);
  const [page, setPage] = useState(1);
  const { row, column } = opened;
  const village = board.unit.level === 'commune' && row.unit?.level === 'village' ? row.unit.id : undefined;
  const list = useQuery(casesQuery({ round: row.roundId ?? '', village, column, page }));
  const title = t('listOf', { column: t(column), unit: row.unit?.name ?? t('total') });
  return (
    <Block
      title={title}
      actions={
        <Button variant="subtle" onClick={onClose}>
          {t('closeList')}
        </Button>
      }
    >
      <Answer query={list} rows={4}>
        {(data) =>
          data.cases.length === 0 ? (
            <Notice kind="empty" title={t('nothingHere')} />
          ) : (
            <>
              <TableBox className={styles.box} label={title}>
                <table className={styles.table}>
                  <caption className="visually-hidden">{title}</caption>
                  <TableHead words={['head', 'village', 'before', 'result', 'state', 'due']} t={t} />
                  <tbody>
                    {data.cases.map((one) => (
                      <tr key={one.id}>
                        <th scope="row">{renderCase(one.id, one.head)}</th>
                        <td>{one.village}</td>
                        <td>{one.opening === null ? t('none') : renderClass(one.opening)}</td>
                        <td>{one.class === null ? t('none') : renderClass(one.class)}</td>
                        <td>{t(`state.${one.state}`)}</td>
                        <td>
                          {one.deadline === null ? null : (
                            <DeadlineText deadline={one.deadline} today={board.today} />
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableBox>
              <PagesOfList page={data.page} t={t} onPage={setPage} />
            </>
          )
        }
      </Answer>
    </Block>
  );
}
