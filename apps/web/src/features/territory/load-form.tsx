import type { PlaceListReport } from '@benvung/contract/territory';
import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { Block } from '../../ui/block.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './load-form.module.css';
import { territoryWords } from './territory.words.ts';

/** What both kinds of reports say of faults and of being written. */
export type LoadReport = Pick<PlaceListReport, 'written' | 'dryRun' | 'problems'>;

interface LoadFormProps<Report extends LoadReport> {
  readonly title: string;
  readonly lead: string;
  readonly fileLabel: string;
  readonly accept: string;
  readonly report: Report | undefined;
  readonly busy: boolean;
  readonly problem: unknown;
  /** Changes with every other answer of the form: what was tried no longer holds then. */
  readonly answers?: ReactNode;
  /** Whether a tried file has anything to write. */
  readonly hasNews: (report: Report) => boolean;
  readonly onSend: (file: File, dryRun: boolean) => void;
  readonly onReset: () => void;
  readonly children: (report: Report) => ReactNode;
}

/** A file is checked first; what it would change is shown, each fault by its row; only then can it be loaded. */
export function LoadForm<Report extends LoadReport>(props: LoadFormProps<Report>) {
  const { title, lead, fileLabel, accept, report, busy, problem, answers, hasNews, onSend, onReset } = props;
  const t = useWords(territoryWords);
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState(false);
  const missing = asked && file === null;
  const ready = report?.dryRun === true && report.problems.length === 0 && hasNews(report);
  return (
    <Block title={title}>
      <p className={styles.lead}>{lead}</p>
      <div className={styles.file}>
        <span id={`${id}-file`}>{fileLabel}</span>
        <span className={styles.buttons}>
          <FileButton
            label={t('chooseFile')}
            fileLabel={fileLabel}
            accept={accept}
            variant="outline"
            describedBy={missing ? `${id}-file ${id}-missing` : `${id}-file`}
            onFile={(chosen) => {
              setFile(chosen);
              onReset();
            }}
          />
          <span className={styles.lead}>{file?.name ?? t('noFile')}</span>
        </span>
        {missing ? (
          <span id={`${id}-missing`} className={styles.error}>
            {t('fileMissing')}
          </span>
        ) : null}
      </div>
      {answers}
      <div className={styles.buttons}>
        <Button
          variant="outline"
          loading={busy && !ready}
          onClick={() => {
            setAsked(true);
            if (file !== null) onSend(file, true);
          }}
        >
          {t('tryIt')}
        </Button>
        {ready && file !== null ? (
          <Button loading={busy} onClick={() => onSend(file, false)}>
            {t('load')}
          </Button>
        ) : null}
      </div>
      {problem === null || problem === undefined ? null : <ProblemNotice error={problem} />}
      <div aria-live="polite">
        {report === undefined ? null : report.problems.length > 0 ? (
          <Faults problems={report.problems} />
        ) : (
          props.children(report)
        )}
      </div>
    </Block>
  );
}

function Faults({ problems }: Pick<LoadReport, 'problems'>) {
  const t = useWords(territoryWords);
  return (
    <>
      <Notice kind="error" title={t('faults', { count: problems.length })} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('faultsTable')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('row')}</th>
              <th scope="col">{t('fault')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ at, code, message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row may have the same fault twice
              <tr key={`${at}-${code}-${index}`}>
                <td>{at}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
