import { fold } from '../document/fold.ts';
import { wordsStart } from '../document/list-level.ts';
import type { Paragraph } from '../document/paragraph.ts';
import type { PlanDocument, ProgrammeNode, Section } from '../document/plan-document.ts';
import {
  emptyPlan,
  type PlanAnnex,
  type PlanContent,
  type PlanNode,
  type PlanTarget,
} from './plan-structure.ts';
import { readBase } from './plan-words.ts';
import { isBudgetOf, type NewId, type ProposalGround } from './proposal-ground.ts';
import { proposeDuties } from './propose-duties.ts';
import { proposeMoney } from './propose-money.ts';

/** The place in the read document that a proposed row was taken from. */
export interface RowSource {
  /** From 1, in the text as given. */
  readonly line: number;
  readonly text: string;
}

/** A plan as a document gives it, each row with its source: a person accepts, corrects or leaves out each. */
export interface PlanProposal {
  readonly content: PlanContent;
  readonly sources: Readonly<Record<string, RowSource>>;
  /** Years the subject names. */
  readonly years: { readonly from: number; readonly to: number } | null;
  /** Annexes left out because they name people: they come from the registry, never from a file. */
  readonly annexesWithPeople: readonly string[];
}

/** The programme's code of a read node, given all nodes of its document. */
export type CodeOf = (node: ProgrammeNode, nodes: readonly ProgrammeNode[]) => string | null;

/** A draft of the structure from a read document; what was not understood is left out, nothing is added. */
export function proposePlan(document: PlanDocument, newId: NewId, codeOf: CodeOf): PlanProposal {
  const sources: Record<string, RowSource> = {};
  const ground: ProposalGround = {
    document,
    newId,
    keep: (id, at, text) => {
      const paragraph = document.paragraphs[at];
      if (paragraph !== undefined) sources[id] = { line: paragraph.line, text: text ?? paragraph.text };
    },
  };
  const nodes = proposeNodes(ground, codeOf);
  const { annexes, withPeople } = proposeAnnexes(ground);
  const nodeIds = nodes.map(({ id }) => id);
  const content: PlanContent = {
    ...emptyPlan(document.head.subject?.text ?? ''),
    grounds: lines(ground, groundParagraphs(document)),
    purposes: lines(
      ground,
      under(document, (title) => /^muc dich/u.test(title)),
    ),
    requirements: lines(
      ground,
      under(document, (title) => /^yeu cau/u.test(title)),
    ),
    generalObjectives: lines(
      ground,
      under(document, (title) => /^muc tieu (?:chung|tong quat)/u.test(title)),
    ),
    targets: proposeTargets(ground),
    money: proposeMoney(ground, nodeIds),
    nodes: withoutKnownBudgets(document, nodes),
    solutions: lines(ground, solutionParagraphs(document)),
    ...proposeDuties(ground, nodeIds),
    annexes,
  };
  const period = document.head.period;
  return {
    content,
    sources,
    years: period === null ? null : { from: period.from, to: period.to },
    annexesWithPeople: withPeople,
  };
}

interface Piece {
  readonly paragraph: number;
  readonly text: string;
}

const tidy = (text: string): string => text.replace(/[\s;.]+$/u, '').trim();

function lines(ground: ProposalGround, pieces: readonly Piece[]): { id: string; text: string }[] {
  return pieces
    .map(({ paragraph, text }) => ({ paragraph, text: tidy(text) }))
    .filter(({ text }) => text !== '')
    .map(({ paragraph, text }) => {
      const id = ground.newId();
      ground.keep(id, paragraph);
      return { id, text };
    });
}

const counts = (paragraph: Paragraph): boolean =>
  paragraph.repeatOf === null &&
  paragraph.annex === null &&
  !['page-mark', 'head', 'closing', 'cell'].includes(paragraph.kind);

/** "…; UBND xã ban hành Kế hoạch …, như sau:": the plan speaking of itself after its grounds. */
const INTRODUCTION =
  /[,;.]\s+(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch)[^;]{0,80}ban hành\s+kế hoạch[^;]*sau:?\s*$/iu;

/** Paragraphs before the first heading that begin as a ground; "… ban hành Kế hoạch …, như sau:" is none. */
function groundParagraphs({ paragraphs, sections }: PlanDocument): Piece[] {
  const end = sections[0]?.firstParagraph ?? 0;
  return paragraphs
    .slice(0, end)
    .filter((one) => counts(one) && /^(?:[-+]\s*)?(?:Căn cứ|Thực hiện|Theo)(?!\p{L})/u.test(one.text))
    .map(({ index, text }) => ({
      paragraph: index,
      text: text.replace(/^[-+]\s*/u, '').replace(INTRODUCTION, ''),
    }));
}

/** Paragraphs whose nearest section of the kind is the wanted one, without its heading's own words. */
function under({ paragraphs, sections }: PlanDocument, wanted: (title: string) => boolean): Piece[] {
  const plain = (section: Section) => fold(section.title);
  const found: Piece[] = [];
  for (const paragraph of paragraphs) {
    if (!counts(paragraph) || paragraph.section === null) continue;
    const chain = chainOf(sections, paragraph.section);
    const named = chain.find((section) => /^(?:muc dich|yeu cau|muc tieu)/u.test(plain(section)));
    if (named === undefined || !wanted(plain(named)) || named.title.length > 60) continue;
    const start = wordsStart(paragraph.text);
    const own = paragraph.index === named.firstParagraph;
    const text = own ? afterTitle(paragraph.text, named) : paragraph.text.slice(start);
    found.push({ paragraph: paragraph.index, text });
  }
  return found;
}

const afterTitle = (text: string, { title }: Section): string => {
  const at = text.indexOf(title);
  return at < 0 ? '' : text.slice(at + title.length).replace(/^[\s:.]+/u, '');
};

export function chainOf(sections: readonly Section[], from: number | null): Section[] {
  const chain: Section[] = [];
  for (let at = from; at !== null; at = sections[at]?.parent ?? null) {
    const section = sections[at];
    if (section === undefined) break;
    chain.push(section);
  }
  return chain;
}

function solutionParagraphs({ paragraphs, sections, nodes }: PlanDocument): Piece[] {
  const isPart = (section: Section) => /giai phap/u.test(fold(section.title)) && section.title.length < 90;
  return paragraphs
    .filter((one) => counts(one) && one.section !== null)
    .filter((one) => {
      const chain = chainOf(sections, one.section);
      const part = chain.find(isPart);
      const inNode = nodes.some(
        (node) => node.section !== null && chain.some(({ index }) => index === node.section),
      );
      return part !== undefined && !inNode && part.firstParagraph !== one.index;
    })
    .map(({ index, text }) => ({ paragraph: index, text: text.slice(wordsStart(text)) }));
}

function proposeTargets(ground: ProposalGround): PlanTarget[] {
  const { document, newId, keep } = ground;
  const baseOf = ({ span }: PlanDocument['targets'][number]) =>
    readBase(document.paragraphs[span.paragraph]?.text ?? '');
  return (
    document.targets
      .filter(({ span }) => document.paragraphs[span.paragraph]?.annex === null)
      // The households a rate is of are no target of their own.
      .filter((target) => target.value.span.start < (baseOf(target)?.at ?? Number.POSITIVE_INFINITY))
      .map((target) => {
        const id = newId();
        keep(id, target.span.paragraph);
        return {
          id,
          indicator: null,
          words: target.indicator,
          unit: target.unit,
          baseline: target.baseline?.value ?? null,
          value: target.value.value,
          upper: target.upper?.value ?? null,
          comparison: target.comparison,
          year: target.year,
          base: baseOf(target)?.base ?? null,
        };
      })
  );
}

function proposeNodes(ground: ProposalGround, codeOf: CodeOf): PlanNode[] {
  const { document, newId, keep } = ground;
  const ids = document.nodes.map(() => newId());
  return document.nodes.map((node, at) => {
    const id = ids[at] as string;
    keep(id, node.span.paragraph);
    const text = (field: keyof typeof node.fields): string =>
      (node.fields[field]?.text ?? '')
        .split('\n')
        .map((line) => tidy(line.replace(/^[-–+*•]\s*/u, '')))
        .filter(Boolean)
        .join('\n');
    return {
      id,
      code: codeOf(node, document.nodes),
      label: node.label,
      name: node.name,
      parent: node.parent === null ? null : (ids[node.parent] ?? null),
      objective: text('objective'),
      targetGroup: text('target-group'),
      content: text('content'),
      budget: text('budget'),
      lead: text('lead'),
      partners: text('partners'),
      time: text('time'),
      place: text('place'),
    };
  });
}

/** Where the amounts of a node became rows, its words are not kept a second time. */
function withoutKnownBudgets(document: PlanDocument, nodes: readonly PlanNode[]): PlanNode[] {
  return nodes.map((node, at) => {
    const read = document.nodes[at];
    const hasAmount =
      read !== undefined &&
      document.money.some((mention) => isBudgetOf(document, read, mention.span.paragraph));
    return hasAmount ? { ...node, budget: '' } : node;
  });
}

const PEOPLE = /ho va ten|ho ten|chu ho|cccd|can cuoc|ngay sinh|nam sinh/u;

function proposeAnnexes({ document, newId, keep }: ProposalGround): {
  annexes: PlanAnnex[];
  withPeople: string[];
} {
  const annexes: PlanAnnex[] = [];
  const withPeople: string[] = [];
  for (const table of document.tables) {
    const first = document.paragraphs[table.firstParagraph];
    if (first?.annex === null || first === undefined) continue;
    const title = table.title ?? annexTitle(document, table.firstParagraph);
    const columns = table.columns.map((column) => column.title);
    if (columns.some((column) => PEOPLE.test(fold(column)))) {
      withPeople.push(title);
      continue;
    }
    const id = newId();
    keep(id, table.firstParagraph, title);
    annexes.push({
      id,
      title,
      columns,
      rows: table.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')),
    });
  }
  return { annexes, withPeople };
}

function annexTitle({ paragraphs }: PlanDocument, table: number): string {
  const above = paragraphs
    .slice(Math.max(0, table - 4), table)
    .findLast(({ text }) => !/^\(/u.test(text) && text.length > 8);
  return above?.text ?? 'Phụ lục';
}
