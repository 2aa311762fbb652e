import type { PlanProposalView } from '@benvung/contract/plan-structure';
import {
  inTreeOrder,
  LIST_PARTS,
  type ListPart,
  type PlanContent,
  type PlanRow,
} from '@benvung/domain/plan/structure/plan-structure';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useIndicators } from './plan-structure.api.ts';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';
import { RowFields } from './row-fields.tsx';
import { type FieldGround, rowSummary } from './row-parts.ts';
import { StartPlan } from './start-plan.tsx';

/** How far a person came with what was read from a document; kept in this browser until the plan is made. */
export interface Confirmation {
  /** The unit the plan is to be of. */
  readonly unit: number;
  readonly file: string;
  readonly proposal: PlanProposalView;
  readonly content: PlanContent;
  /** Ids of the rows left out. */
  readonly left: readonly string[];
  readonly seen: readonly ListPart[];
}

export const startConfirming = (unit: number, file: string, proposal: PlanProposalView): Confirmation => ({
  unit,
  file,
  proposal,
  content: proposal.content,
  left: [],
  seen: [],
});

/** The parts of which something was read: each is to be seen. */
export const partsRead = ({ content }: PlanProposalView): readonly ListPart[] =>
  LIST_PARTS.filter((part) => content[part].length > 0);

interface ConfirmProposalProps {
  readonly confirmation: Confirmation;
  readonly onChange: (change: (last: Confirmation) => Confirmation) => void;
  readonly unit: { readonly id: number; readonly name: string };
  readonly today: string;
  readonly programme: FieldGround['programme'];
  readonly onStarted: (id: string) => void;
  readonly onBack: () => void;
}

/**
 * What was read from a document, part by part with its own words: a person keeps, corrects or leaves out each row and
 * marks the part as seen; only then a plan is made of it.
 */
export function ConfirmProposal(props: ConfirmProposalProps) {
  const { confirmation, onChange, unit, today, programme, onStarted, onBack } = props;
  const { file, proposal, content } = confirmation;
  const t = useWords(planStructureWords);
  const left = new Set(confirmation.left);
  const seen = new Set(confirmation.seen);
  const setContent = (change: (last: PlanContent) => PlanContent) =>
    onChange((last) => ({ ...last, content: change(last.content) }));
  const parts = partsRead(proposal);
  const year = proposal.years?.from ?? Number(today.slice(0, 4));
  const indicators = useIndicators(unit.id, year);
  const waits = parts.some((part) => !seen.has(part)) ? t('seeAllFirst') : undefined;
  return (
    <div className={styles.stack}>
      <h2>{t('proposalTitle', { file })}</h2>
      <p>{t('proposalLead')}</p>
      {proposal.annexesWithPeople.length === 0 ? null : (
        <Notice kind="note" title={t('peopleLeft', { titles: proposal.annexesWithPeople.join('; ') })} />
      )}
      {parts.length === 0 ? <Notice kind="empty" title={t('nothingRead')} /> : null}
      <TextField
        label={t('subject')}
        value={content.subject}
        maxLength={1_000}
        onChange={(subject) => setContent((last) => ({ ...last, subject }))}
      />
      {parts.map((part) => (
        <section key={part} aria-label={t(part)}>
          <h3>
            {t(part)} ({content[part].length})
          </h3>
          <ol className={styles.rows}>
            {content[part].map((row, at) => (
              <ReadRow
                key={row.id}
                part={part}
                row={row}
                ground={{ content, say: t, programme, indicators }}
                year={year}
                today={today}
                source={proposal.sources[row.id]}
                left={left.has(row.id)}
                onLeft={() => onChange((last) => ({ ...last, left: toggled(last.left, row.id) }))}
                onRow={(changed) =>
                  setContent((last) => ({
                    ...last,
                    [part]: last[part].map((each, place) => (place === at ? changed : each)),
                  }))
                }
              />
            ))}
          </ol>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={seen.has(part)}
              onChange={() => onChange((last) => ({ ...last, seen: toggled(last.seen, part) }))}
            />
            {t('seen')}
          </label>
        </section>
      ))}
      <p role="status">{t('partsSeen', { seen: seen.size, parts: parts.length })}</p>
      <StartPlan
        unit={unit}
        years={proposal.years ?? { from: year, to: year }}
        programme={proposal.programme}
        content={keptRows(content, left)}
        waitsFor={waits}
        onStarted={onStarted}
      />
      <div>
        <Button variant="outline" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </div>
  );
}

const toggled = <Value,>(values: readonly Value[], value: Value): readonly Value[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value];

/** Without the rows left out; what hung on a node that is gone hangs on the plan. */
function keptRows(content: PlanContent, left: ReadonlySet<string>): PlanContent {
  const kept = <One extends { readonly id: string }>(rows: readonly One[]): One[] =>
    rows.filter(({ id }) => !left.has(id));
  const held = (id: string | null): string | null => (id !== null && left.has(id) ? null : id);
  return {
    ...content,
    grounds: kept(content.grounds),
    purposes: kept(content.purposes),
    requirements: kept(content.requirements),
    generalObjectives: kept(content.generalObjectives),
    targets: kept(content.targets),
    nodes: inTreeOrder(kept(content.nodes).map((node) => ({ ...node, parent: held(node.parent) }))),
    money: kept(content.money).map((row) => ({ ...row, node: held(row.node) })),
    solutions: kept(content.solutions),
    duties: kept(content.duties).map((row) => ({ ...row, node: held(row.node) })),
    deadlines: kept(content.deadlines),
    annexes: kept(content.annexes),
  };
}

interface ReadRowProps {
  readonly part: ListPart;
  readonly row: PlanRow;
  readonly ground: FieldGround;
  readonly year: number;
  readonly today: string;
  readonly source: { readonly line: number; readonly text: string } | undefined;
  readonly left: boolean;
  readonly onLeft: () => void;
  readonly onRow: (row: PlanRow) => void;
}

function ReadRow({ part, row, ground, year, today, source, left, onLeft, onRow }: ReadRowProps) {
  const t = useWords(planStructureWords);
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.row}>
      {source === undefined ? null : (
        <blockquote className={styles.source}>
          {t('sourceLine', { line: source.line })}: {source.text}
        </blockquote>
      )}
      <div className={styles.line}>
        <label className={styles.check}>
          <input type="checkbox" checked={!left} onChange={onLeft} />
          {t('take')}
        </label>
      </div>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={left ? styles.left : undefined}>
          {rowSummary(part, row, ground.content, year) || t('text')}
        </summary>
        {open ? <RowFields part={part} row={row} ground={ground} today={today} onChange={onRow} /> : null}
      </details>
    </li>
  );
}
