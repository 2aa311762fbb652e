import type { PlanCheckReport } from '@benvung/contract/plan';
import { type Correction, correctText, sureCorrections } from '@benvung/domain/plan/check/correct-text';
import { useCallback, useMemo, useState } from 'react';
import { saveFile } from '../../platform/export/save-file.ts';

interface CorrectedCopy {
  /** What can be mended without judgement; none in text taken out of a Word or PDF file. */
  readonly sure: ReadonlyMap<number, Correction>;
  readonly ticked: ReadonlySet<number>;
  readonly tick: (finding: number, ticked: boolean) => void;
  readonly save: () => void;
}

const NONE: ReadonlyMap<number, Correction> = new Map();

/** A copy of a checked text with the corrections a person ticked, and nothing else changed. */
export function useCorrectedCopy({ file, text, extracted, findings }: PlanCheckReport): CorrectedCopy {
  const sure = useMemo(
    () => (extracted ? NONE : sureCorrections(text, findings)),
    [extracted, text, findings],
  );
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const tick = useCallback((finding: number, on: boolean) => {
    setTicked((before) => {
      const after = new Set(before);
      if (on) after.add(finding);
      else after.delete(finding);
      return after;
    });
  }, []);
  const save = () => {
    const corrections = [...ticked].flatMap((finding) => sure.get(finding) ?? []);
    const content = new Blob([correctText(text, corrections)], { type: 'text/plain;charset=utf-8' });
    const [, stem = file, ending = '.txt'] = /^(.*?)(\.(?:txt|md))?$/iu.exec(file) ?? [];
    saveFile({ name: `${stem} (đã sửa)${ending}`, content });
  };
  return { sure, ticked, tick, save };
}
