import type { PlanFinding } from '@benvung/contract/plan';
import { memo, useMemo } from 'react';
import { useWords } from '../../platform/i18n.ts';
import { cutLine, findingsByLine } from './marked-lines.ts';
import { planWords } from './plan.words.ts';
import styles from './plan-check.module.css';

interface CheckedTextProps {
  readonly text: string;
  readonly findings: readonly PlanFinding[];
  readonly active: number | null;
  readonly onOpen: (finding: number) => void;
}

/** The document with the numbers of its lines; what was found is underlined and opens its finding. */
export function CheckedText({ text, findings, active, onOpen }: CheckedTextProps) {
  const t = useWords(planWords);
  const lines = useMemo(() => text.split(/\r\n|\n|\r/u), [text]);
  const here = useMemo(() => findingsByLine(findings), [findings]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.text} aria-label={t('text')} tabIndex={0}>
      {lines.map((line, at) => (
        <TextLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
          key={at}
          number={at + 1}
          line={line}
          findings={findings}
          here={here.get(at + 1)}
          active={here.get(at + 1)?.includes(active ?? -1) ? active : null}
          onOpen={onOpen}
        />
      ))}
    </section>
  );
}

interface TextLineProps {
  readonly number: number;
  readonly line: string;
  readonly findings: readonly PlanFinding[];
  readonly here: readonly number[] | undefined;
  readonly active: number | null;
  readonly onOpen: (finding: number) => void;
}

const TextLine = memo(function TextLine({ number, line, findings, here, active, onOpen }: TextLineProps) {
  const segments = here === undefined ? null : cutLine(line, findings, here);
  return (
    <div className={styles.line} data-line={number}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <span className={styles.words}>
        {segments === null
          ? line
          : segments.map((segment, at) => {
              const finding = segment.finding === null ? undefined : findings[segment.finding];
              return finding === undefined ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
                <span key={at}>{segment.text}</span>
              ) : (
                <a
                  // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
                  key={at}
                  href={`#cho-${segment.finding}`}
                  className={`${styles.mark} ${styles[finding.severity]} ${segment.finding === active ? styles.active : ''}`}
                  title={finding.message}
                  onClick={(event) => {
                    event.preventDefault();
                    onOpen(segment.finding ?? 0);
                  }}
                >
                  {segment.text}
                </a>
              );
            })}
      </span>
    </div>
  );
});
