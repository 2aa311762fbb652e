import type { PlanCheckReport, PlanFinding } from '@benvung/contract/plan';
import { useState } from 'react';
import { readKept, writeKept } from '../../platform/kept-text.ts';

/** The same finding when the document is checked again, also after lines were put in above it. */
const nameOf = ({ rule, excerpt }: PlanFinding, at: number): string =>
  `${rule} ${excerpt === '' ? at : excerpt}`;

type Reasons = Readonly<Record<string, string>>;

function read(name: string): Reasons {
  try {
    return JSON.parse(readKept(name) ?? '{}') as Reasons;
  } catch {
    return {};
  }
}

export interface KeptReasons {
  /** By the place of the finding in the report. */
  readonly reasons: ReadonlyMap<number, string>;
  readonly put: (finding: number, reason: string | null) => void;
}

/** Why findings are right as they are, kept in this browser by the file's name until the reason is taken back. */
export function useKeptReasons({ file, findings }: PlanCheckReport): KeptReasons {
  const name = `plan-check.${file}`;
  const [kept, setKept] = useState(() => read(name));
  const reasons = new Map(
    findings.flatMap((finding, at) => {
      const reason = kept[nameOf(finding, at)];
      return reason === undefined ? [] : [[at, reason] as const];
    }),
  );
  return {
    reasons,
    put: (at, reason) => {
      const finding = findings[at];
      if (finding === undefined) return;
      const { [nameOf(finding, at)]: _before, ...others } = kept;
      const next = reason === null ? others : { ...others, [nameOf(finding, at)]: reason };
      setKept(next);
      writeKept(name, Object.keys(next).length === 0 ? null : JSON.stringify(next));
    },
  };
}
