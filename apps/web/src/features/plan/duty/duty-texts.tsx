import { DayField } from '../../../platform/day-field.tsx';
import { useWords } from '../../../platform/i18n.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { dutyWords } from './duty.words.ts';

export interface DutyTextsTyped {
  readonly task: string;
  readonly node: string;
  readonly output: string;
  readonly evidence: string;
  readonly period: string;
  readonly partners: string;
  readonly dueOn: string | null;
}

export const NOTHING_TYPED: DutyTextsTyped = {
  task: '',
  node: '',
  output: '',
  evidence: '',
  period: '',
  partners: '',
  dueOn: null,
};

const partsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(',')
    .flatMap((part) => part.trim() || []);

/** What was typed, as it travels. */
export const toldOf = ({ task, node, output, evidence, period, partners, dueOn }: DutyTextsTyped) => ({
  task: task.normalize('NFC').trim(),
  node: node.normalize('NFC').trim() || null,
  output: output.normalize('NFC').trim(),
  evidenceAsked: evidence.normalize('NFC').trim(),
  dueOn,
  periodWords: period.normalize('NFC').trim() || null,
  partners: partsOf(partners),
});

interface DutyTextsProps {
  readonly typed: DutyTextsTyped;
  readonly today: string;
  readonly onTyped: (typed: DutyTextsTyped) => void;
}

/** What a duty says besides its task: deadline, period, node, output, evidence, partners. */
export function DutyTexts({ typed, today, onTyped }: DutyTextsProps) {
  const t = useWords(dutyWords);
  const field = (name: 'period' | 'node' | 'output' | 'evidence' | 'partners', maxLength = 300) => (
    <TextField
      label={t(name === 'evidence' ? 'evidenceAsked' : name)}
      maxLength={maxLength}
      value={typed[name]}
      onChange={(value) => onTyped({ ...typed, [name]: value })}
    />
  );
  return (
    <>
      <DayField
        label={t('dueOn')}
        value={typed.dueOn}
        today={today}
        onChange={(dueOn) => onTyped({ ...typed, dueOn })}
      />
      {field('period')}
      {field('node')}
      {field('output')}
      {field('evidence')}
      {field('partners', 1000)}
    </>
  );
}
