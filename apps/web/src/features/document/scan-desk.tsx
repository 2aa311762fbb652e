import type { ScanBrought } from '@benvung/contract/document-scan';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { newId } from '../../platform/new-id.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Block } from '../../ui/block.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DropArea } from '../../ui/drop-area.tsx';
import { TableBox } from '../../ui/table-box.tsx';
import { TableHead } from '../../ui/table-head.tsx';
import { registerQuery } from './document.api.ts';
import styles from './document.module.css';
import { bringScan, keepScans } from './scan.api.ts';
import { scanWords } from './scan.words.ts';
import { SignedFileButton } from './signed-file-button.tsx';

/** Not of any document: the person leaves it out. */
const LEFT = 'left';
type Chosen = string | typeof LEFT;

interface Line {
  readonly key: string;
  readonly file: File;
  readonly brought: ScanBrought | null;
  readonly error: unknown;
  readonly chosen: Chosen;
}

interface ScanDeskProps {
  readonly unit: number;
  readonly onClose: () => void;
}

/** Many scans of signed papers: each with the document it is of, looked at and mended before all are kept. */
export function ScanDesk({ unit, onClose }: ScanDeskProps) {
  const t = useWords(scanWords);
  const { batch, lines, add, choose } = useScans(unit);
  const [tried, setTried] = useState(false);
  const brought = lines.filter((line) => line.brought !== null);
  const done = lines.filter(({ brought: read, error }) => read !== null || error !== null).length;
  const keep = useCommand({
    send: (scans: Parameters<typeof keepScans>[1], commandId) => keepScans(batch, scans, commandId),
    changes: [['documents'], ['procedure']],
    done: ({ documents }) => t('kept', { count: formatCount(documents) }),
    onDone: onClose,
  });
  const told = brought.flatMap(({ brought: scan, chosen }) =>
    scan === null || chosen === '' ? [] : [{ id: scan.id, document: chosen === LEFT ? null : chosen }],
  );
  const count = told.filter(({ document }) => document !== null).length;
  const send = () => {
    setTried(true);
    const documents = told.flatMap(({ document }) => document ?? []);
    const clean = told.length === brought.length && new Set(documents).size === documents.length;
    if (clean && documents.length > 0) keep.mutate(told);
  };
  const close = () => {
    if (brought.length > 0)
      void keepScans(
        batch,
        brought.flatMap(({ brought: scan }) => (scan === null ? [] : [{ id: scan.id, document: null }])),
        newId(),
      ).catch(() => undefined);
    onClose();
  };
  return (
    <Block title={t('title')}>
      <p>{t('lead')}</p>
      <DropArea
        className={styles.scanDrop}
        overClassName={styles.scanOver}
        several
        onFile={(file) => file !== undefined && add(file)}
      >
        <SignedFileButton
          label={t('choose')}
          several
          variant={brought.length === 0 ? 'filled' : 'outline'}
          onFile={add}
        />
        {lines.length === 0 ? null : (
          <span role="status">
            {t('reading', { done: formatCount(done), total: formatCount(lines.length) })}
          </span>
        )}
      </DropArea>
      {lines.length === 0 ? null : <Lines {...{ unit, lines, tried, choose }} />}
      {keep.isError ? <ProblemNotice error={keep.error} /> : null}
      {tried && count === 0 && brought.length > 0 ? <p role="alert">{t('nothingToKeep')}</p> : null}
      <div className={styles.line}>
        {brought.length === 0 ? null : (
          <>
            <Button loading={keep.isPending || done < lines.length} onClick={send}>
              {t('keep', { count: formatCount(count) })}
            </Button>
            <span className={styles.second}>{t('allOrNone')}</span>
          </>
        )}
        <Button variant="subtle" onClick={close}>
          {t('close')}
        </Button>
      </div>
    </Block>
  );
}

/** The files of one batch, read one after the other in the order they came. */
function useScans(unit: number) {
  const [batch] = useState(newId);
  const [lines, setLines] = useState<readonly Line[]>([]);
  const queue = useRef(Promise.resolve());
  const change = (key: string, told: Partial<Line>) =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...told } : line)));
  const add = (file: File) => {
    const key = newId();
    setLines((before) => [...before, { key, file, brought: null, error: null, chosen: '' }]);
    queue.current = queue.current.then(async () => {
      try {
        const brought = await bringScan({ batch, unit, file }, key);
        change(key, { brought, chosen: brought.paper?.id ?? '' });
      } catch (error) {
        change(key, { error });
      }
    });
  };
  return { batch, lines, add, choose: (key: string, chosen: Chosen) => change(key, { chosen }) };
}

interface LinesProps {
  readonly unit: number;
  readonly lines: readonly Line[];
  readonly tried: boolean;
  readonly choose: (key: string, chosen: Chosen) => void;
}

function Lines({ unit, lines, tried, choose }: LinesProps) {
  const t = useWords(scanWords);
  const waiting = useQuery(registerQuery({ unit, state: 'numbered' }));
  const known = new Map(
    (waiting.data?.documents ?? []).map(({ id, reference, title }) => [id, `${reference ?? ''} ${title}`]),
  );
  for (const { brought } of lines)
    if (brought?.paper != null)
      known.set(brought.paper.id, `${brought.paper.reference} ${brought.paper.title}`);
  const choices = [...known].map(([value, label]) => ({ value, label }));
  const uses = (id: Chosen) => lines.filter(({ chosen }) => chosen === id).length;
  const errorOf = ({ chosen }: Line) =>
    !tried
      ? undefined
      : chosen === ''
        ? t('missing')
        : chosen !== LEFT && uses(chosen) > 1
          ? t('twice')
          : undefined;
  return (
    <TableBox className={styles.scroll} label={t('table')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('table')}</caption>
        <TableHead words={['file', 'paper', 'how']} t={t} />
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.file.name}</th>
              <td>
                {line.error !== null ? (
                  <ProblemNotice error={line.error} />
                ) : line.brought === null ? (
                  '…'
                ) : (
                  <ChoiceField
                    label={<span className="visually-hidden">{t('paperOf', { file: line.file.name })}</span>}
                    value={line.chosen}
                    nothing={t('pick')}
                    choices={[...choices, { value: LEFT, label: t('leave') }]}
                    error={errorOf(line)}
                    onChange={(chosen) => choose(line.key, chosen)}
                  />
                )}
              </td>
              <td>{line.error === null ? <How line={line} /> : t('failed')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function How({ line: { brought, chosen } }: { readonly line: Line }) {
  const t = useWords(scanWords);
  if (brought === null) return null;
  if (chosen !== '' && chosen !== brought.paper?.id)
    return <>{chosen === LEFT ? t('leave') : t('by.person')}</>;
  if (brought.paper !== null && brought.by !== null)
    return (
      <>
        {t(`by.${brought.by}`)}
        {brought.paper.signed ? `; ${t('signed')}` : ''}
      </>
    );
  return (
    <>
      {brought.several > 0 ? t('several', { count: formatCount(brought.several) }) : t('none')}
      {brought.strange === null ? '' : `; ${t('strange', { code: brought.strange })}`}
    </>
  );
}
