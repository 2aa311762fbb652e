import type { Comparison, DeadlineKind, MoneySource } from '@benvung/domain/plan/document/plan-document';
import {
  EMPTY_DUTY,
  EMPTY_NODE,
  fullLabel,
  type ListPart,
  nodesUnder,
  type PlanContent,
  type PlanRow,
} from '@benvung/domain/plan/structure/plan-structure';
import {
  deadlineSentence,
  dongWords,
  dutySentence,
  fundWords,
  targetSentence,
} from '@benvung/domain/plan/structure/plan-words';
import type { Choice } from '../../../ui/choice-field.tsx';
import type { planStructureWords } from './plan-structure.words.ts';

type Words = (typeof planStructureWords)['vi'];
export type Word = {
  [Key in keyof Words]: Words[Key] extends `${string}{${string}` ? never : Key;
}[keyof Words];
export type Say = (word: Word) => string;

export interface Field {
  readonly key: string;
  readonly word: Word;
  readonly kind: 'line' | 'area' | 'number' | 'money' | 'day' | 'choice' | 'check' | 'table';
  /** Takes the whole width. */
  readonly wide?: boolean;
  /** A number that must be whole and between these. */
  readonly within?: readonly [number, number];
  readonly choices?: (ground: FieldGround, row: string) => readonly Choice<string>[];
  /** What stands for nothing chosen, where nothing may be chosen. */
  readonly nothing?: Word;
}

export interface FieldGround {
  readonly content: PlanContent;
  readonly say: Say;
  readonly programme: readonly {
    readonly code: string;
    readonly label: string;
    readonly name: string | null;
    readonly verified: boolean;
  }[];
  /** What the target cascade may hand down. */
  readonly indicators: readonly { readonly code: string; readonly name: string }[];
}

const COMPARISONS: readonly Comparison[] = [
  'down-to',
  'decrease-by',
  'decrease-by-at-least',
  'exactly',
  'at-least',
  'at-most',
  'about',
  'up-to-level',
  'increase-by',
  'increase-by-at-least',
  'range',
];
const SOURCES: readonly MoneySource[] = [
  'central',
  'province',
  'district',
  'commune',
  'local',
  'mobilised',
  'credit',
];
const REPORTS: readonly DeadlineKind[] = [
  'month',
  'quarter',
  'half-year',
  'nine-months',
  'year',
  'once',
  'week',
];

const named = (values: readonly string[], say: Say): Choice<string>[] =>
  values.map((value) => ({ value, label: say((value === 'year' ? 'yearReport' : value) as Word) }));

const nodesOf = ({ content }: FieldGround): Choice<string>[] =>
  content.nodes.map((node) => ({
    value: node.id,
    label: `${fullLabel(content.nodes, node)}: ${node.name}`.slice(0, 90),
  }));

/** What a node may be part of: neither itself nor what is part of it. */
const parentsOf = (ground: FieldGround, row: string): Choice<string>[] => {
  const below = new Set([row, ...nodesUnder(ground.content.nodes, row).map(({ id }) => id)]);
  return nodesOf(ground).filter(({ value }) => !below.has(value));
};

const line = (key: string, word: Word, wide = false): Field => ({ key, word, kind: 'line', wide });
const area = (key: string, word: Word): Field => ({ key, word, kind: 'area', wide: true });
const text: readonly Field[] = [area('text', 'text')];

/** What may be written in a row of each part. */
/** The first and last year a plan may name. */
export const PLAN_YEARS = [2000, 2100] as const;

export const FIELDS: Readonly<Record<ListPart, readonly Field[]>> = {
  grounds: text,
  purposes: text,
  requirements: text,
  generalObjectives: text,
  solutions: text,
  targets: [
    line('words', 'words', true),
    {
      key: 'comparison',
      word: 'comparison',
      kind: 'choice',
      choices: ({ say }) => named(COMPARISONS, say),
    },
    { key: 'baseline', word: 'baseline', kind: 'number' },
    { key: 'value', word: 'value', kind: 'number' },
    { key: 'upper', word: 'upper', kind: 'number' },
    line('unit', 'unitOf'),
    { key: 'year', word: 'year', kind: 'number', within: PLAN_YEARS },
    { key: 'base', word: 'base', kind: 'number', within: [0, 100_000_000] },
    {
      key: 'indicator',
      word: 'indicator',
      kind: 'choice',
      wide: true,
      nothing: 'ownTarget',
      choices: ({ indicators }) => indicators.map(({ code, name }) => ({ value: code, label: name })),
    },
  ],
  nodes: [
    {
      key: 'code',
      word: 'code',
      kind: 'choice',
      wide: true,
      nothing: 'own',
      choices: ({ programme, say }) =>
        programme.map(({ code, label, name, verified }) => ({
          value: code,
          label:
            `${code} · ${verified ? '' : `${say('unverified')} · `}${label}${name === null ? '' : `: ${name}`}`.slice(
              0,
              110,
            ),
        })),
    },
    line('label', 'label'),
    { key: 'parent', word: 'parent', kind: 'choice', nothing: 'top', choices: parentsOf },
    line('name', 'name', true),
    area('objective', 'objective'),
    area('targetGroup', 'targetGroup'),
    area('content', 'content'),
    line('budget', 'budget', true),
    line('lead', 'lead'),
    line('partners', 'partners'),
    line('time', 'time'),
    line('place', 'place'),
  ],
  money: [
    { key: 'node', word: 'node', kind: 'choice', wide: true, nothing: 'whole', choices: nodesOf },
    {
      key: 'source',
      word: 'source',
      kind: 'choice',
      nothing: 'noSource',
      choices: ({ say }) => named(SOURCES, say),
    },
    {
      key: 'kind',
      word: 'kind',
      kind: 'choice',
      nothing: 'noSource',
      choices: ({ say }) => named(['investment', 'recurrent'], say),
    },
    { key: 'dong', word: 'dong', kind: 'money' },
  ],
  duties: [
    line('owner', 'owner', true),
    area('task', 'task'),
    { key: 'node', word: 'node', kind: 'choice', nothing: 'whole', choices: nodesOf },
    line('partners', 'partners'),
    line('output', 'output'),
    line('evidence', 'evidence'),
    { key: 'due', word: 'due', kind: 'day' },
    line('period', 'periodOf'),
    { key: 'lowerUnits', word: 'lowerUnits', kind: 'check', wide: true },
  ],
  deadlines: [
    line('who', 'who', true),
    { key: 'kind', word: 'report', kind: 'choice', choices: ({ say }) => named(REPORTS, say) },
    line('recipient', 'recipient'),
    { key: 'day', word: 'day', kind: 'day' },
    { key: 'dayOfMonth', word: 'dayOfMonth', kind: 'number', within: [1, 31] },
    { key: 'lowerUnits', word: 'lowerUnits', kind: 'check', wide: true },
  ],
  annexes: [
    line('title', 'annexTitle', true),
    { key: 'table', word: 'annexTable', kind: 'table', wide: true },
  ],
};

/** An empty row of a part. */
export function freshRow(part: ListPart, id: string): PlanRow {
  switch (part) {
    case 'targets':
      return {
        id,
        indicator: null,
        words: '',
        unit: '%',
        baseline: null,
        value: 0,
        upper: null,
        comparison: 'down-to',
        year: null,
        base: null,
      };
    case 'nodes':
      return { ...EMPTY_NODE, id, label: 'Nội dung 1' };
    case 'money':
      return { id, node: null, source: null, kind: null, dong: '0' };
    case 'duties':
      return { ...EMPTY_DUTY, id };
    case 'deadlines':
      return { id, kind: 'year', who: '', lowerUnits: false, recipient: '', day: null, dayOfMonth: null };
    case 'annexes':
      return { id, title: '', columns: ['STT', 'Nội dung'], rows: [['1', '']] };
    default:
      return { id, text: '' };
  }
}

/** A row in one line, as its document says it. */
export function rowSummary(part: ListPart, row: PlanRow, content: PlanContent, year: number): string {
  const own = row as never;
  switch (part) {
    case 'targets':
      return targetSentence(own);
    case 'nodes': {
      const node = own as PlanContent['nodes'][number];
      return `${fullLabel(content.nodes, node)}: ${node.name}`;
    }
    case 'money': {
      const money = own as PlanContent['money'][number];
      const node = content.nodes.find(({ id }) => id === money.node);
      const where = node === undefined ? '' : `${fullLabel(content.nodes, node)}: `;
      return `${where}${fundWords(money, year)} ${dongWords(BigInt(money.dong))}`;
    }
    case 'duties':
      return `${(own as PlanContent['duties'][number]).owner}: ${dutySentence(own)}`;
    case 'deadlines':
      return deadlineSentence(own);
    case 'annexes':
      return (own as PlanContent['annexes'][number]).title;
    default:
      return (own as { text: string }).text;
  }
}
