import type { PlanFinding } from '@benvung/contract/plan';
import type { Correction } from '@benvung/domain/plan/check/correct-text';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { planWords } from './plan.words.ts';
import styles from './plan-check.module.css';

interface FindingListProps {
  readonly findings: readonly PlanFinding[];
  readonly active: number | null;
  /** The reason why a finding is right as it is. */
  readonly reasons: ReadonlyMap<number, string>;
  readonly onOpen: (finding: number) => void;
  readonly onReason: (finding: number, reason: string | null) => void;
  readonly onLine: (line: number) => void;
  /** The findings that can be mended without judgement. */
  readonly sure: ReadonlyMap<number, Correction>;
  /** Those of them a person ticked. */
  readonly ticked: ReadonlySet<number>;
  readonly onTick: (finding: number, ticked: boolean) => void;
}

const GLYPHS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** What was found, in the order of the text: what, where, why and what is probably meant. */
export function FindingList({ findings, active, reasons, ...props }: FindingListProps) {
  const { onOpen, onReason, onLine, sure, ticked, onTick } = props;
  const t = useWords(planWords);
  return (
    <ol className={styles.findings} aria-label={t('findings')}>
      {findings.map((finding, at) => {
        const reason = reasons.get(at);
        const name = `${finding.rule} ${finding.line} ${finding.column} ${at}`;
        return (
          <li
            key={name}
            className={`${styles.finding} ${styles[`of-${finding.severity}`] ?? ''} ${at === active ? styles.open : ''}`}
            id={`cho-${at}`}
            data-finding={at}
          >
            <button
              type="button"
              className={styles.head}
              aria-current={at === active}
              onClick={() => onOpen(at)}
            >
              <Glyph shape={GLYPHS[finding.severity]} />
              <span>
                <strong>{t(finding.severity)}</strong> · {t('line', { line: finding.line })}
              </span>
            </button>
            {reason === undefined ? (
              <OpenFinding
                finding={finding}
                correction={sure.get(at)}
                ticked={ticked.has(at)}
                onTick={(on) => onTick(at, on)}
                onReason={(given) => onReason(at, given)}
                onLine={onLine}
              />
            ) : (
              <p className={styles.kept}>
                {t('kept', { reason })}{' '}
                <Button variant="subtle" size="xs" onClick={() => onReason(at, null)}>
                  {t('reopen')}
                </Button>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface OpenFindingProps {
  readonly finding: PlanFinding;
  readonly correction: Correction | undefined;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
  readonly onReason: (reason: string) => void;
  readonly onLine: (line: number) => void;
}

function OpenFinding({ finding, correction, ticked, onTick, onReason, onLine }: OpenFindingProps) {
  const t = useWords(planWords);
  const [reason, setReason] = useState<string | null>(null);
  return (
    <div className={styles.body}>
      <p>{finding.message}</p>
      {finding.expected === undefined ? null : (
        <p>
          {t('expected')}: <strong>{finding.expected}</strong>
        </p>
      )}
      {(finding.related ?? []).map((one) => (
        <p key={`${one.line} ${one.excerpt}`} className={styles.related}>
          {t('related')}: <q>{one.excerpt}</q>{' '}
          <Button variant="subtle" size="xs" onClick={() => onLine(one.line)}>
            {t('toLine', { line: one.line })}
          </Button>
        </p>
      ))}
      {correction === undefined ? null : (
        <CheckField
          label={
            correction.replacement === ''
              ? t('takeOut', { wrong: finding.excerpt })
              : t('correctIt', { right: correction.replacement })
          }
          checked={ticked}
          onChange={onTick}
        />
      )}
      {reason === null ? (
        <div className={styles.actions}>
          <Button variant="outline" size="xs" onClick={() => onLine(finding.line)}>
            {t('toLine', { line: finding.line })}
          </Button>
          <Button variant="subtle" size="xs" onClick={() => setReason('')}>
            {t('rightAsIs')}
          </Button>
        </div>
      ) : (
        <form
          className={styles.reason}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== '') onReason(reason.trim());
          }}
        >
          <TextField label={t('reason')} value={reason} maxLength={300} autoFocus onChange={setReason} />
          <div className={styles.actions}>
            <Button type="submit" size="xs" disabled={reason.trim() === ''}>
              {t('keep')}
            </Button>
            <Button variant="subtle" size="xs" onClick={() => setReason(null)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
