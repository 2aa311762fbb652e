import type { PlanView } from '@benvung/contract/plan-structure';
import { LIST_PARTS, type ListPart, type PlanRow } from '@benvung/domain/plan/structure/plan-structure';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { formatInstant } from '../../../platform/formats.ts';
import { useWords } from '../../../platform/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import { AssignedTarget } from './assigned-target.tsx';
import { DocumentSheet } from './document-sheet.tsx';
import { PartEditor, RowFaults } from './part-editor.tsx';
import { PlanActs } from './plan-acts.tsx';
import { PlanHistory } from './plan-history.tsx';
import { PlanHouseholds } from './plan-households.tsx';
import { PlanPapers } from './plan-papers.tsx';
import { OTHER_PARTS, type PlanPart } from './plan-part.ts';
import { programmeNodesQuery, useIndicators } from './plan-structure.api.ts';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';
import { AreaField } from './row-fields.tsx';
import { SaveLine } from './save-line.tsx';
import { SuperiorAsked } from './superior-asked.tsx';
import { type PlanSaving, usePlanSaving } from './use-plan-saving.ts';

interface PlanEditorProps {
  readonly plan: PlanView;
  readonly today: string;
  readonly part: PlanPart;
  readonly onPart: (part: PlanPart) => void;
  readonly onVersion: (number: number) => void;
  readonly onGone: () => void;
  readonly documentLink: (id: string) => React.ReactNode;
}

/** A plan: its structure left, its document right; the document follows each change. */
export function PlanEditor({ plan, today, part, onPart, onVersion, onGone, documentLink }: PlanEditorProps) {
  const t = useWords(planStructureWords);
  const fixed = !plan.acts.includes('save');
  const saving = usePlanSaving(plan);
  const [sheet, setSheet] = useState(false);
  // A wide table of people, which is no part of the plan's own text.
  const alone = part === 'households';
  const keys = (event: KeyboardEvent) => {
    if (!event.ctrlKey || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    void saving.flush();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S is a shortcut of the page, not a control of this box.
    <div className={styles.stack} onKeyDown={keys}>
      <PlanActs plan={plan} today={today} flush={saving.flush} onGone={onGone} />
      <Standing plan={plan} />
      {fixed ? null : <SaveLine saving={saving} plan={plan} />}
      {fixed && saving.kept !== null && plan.acts.length === 0 ? (
        <Notice kind="note" title={t('keptWaits', { time: formatInstant(saving.kept.at) })} />
      ) : null}
      <PartList plan={plan} content={saving.content} part={part} onPart={onPart} />
      <div className={styles.phone}>
        <Button variant="outline" onClick={() => setSheet(!sheet)}>
          {t(sheet ? 'showStructure' : 'showDocument')}
        </Button>
      </div>
      <div className={alone ? styles.alone : styles.sides}>
        <div className={sheet ? styles.hiddenOnPhone : undefined}>
          <h2>{t(part)}</h2>
          <OnePart
            plan={plan}
            part={part}
            saving={saving}
            fixed={fixed}
            today={today}
            onVersion={onVersion}
            documentLink={documentLink}
          />
        </div>
        {alone ? null : (
          <div className={sheet ? undefined : styles.hiddenOnPhone}>
            <DocumentSheet content={saving.content} plan={plan} label={t('document')} />
          </div>
        )}
      </div>
    </div>
  );
}

/** Why the plan stands as it does: what the head sent it back for, why it is amended, whom it waits for. */
function Standing({ plan }: { readonly plan: PlanView }) {
  const t = useWords(planStructureWords);
  const { state, number } = plan;
  const amended = plan.versions.find((one) => one.number === number)?.reason ?? null;
  // Newest first.
  const last = plan.history.find(
    (event) => event.number === number && (event.act === 'submit' || event.act === 'return'),
  );
  return (
    <>
      {state === 'draft' && last?.act === 'return' ? (
        <Notice
          kind="warning"
          title={t('returnedBy', {
            who: last.actor,
            time: formatInstant(last.at),
            reason: last.note ?? '',
          })}
        />
      ) : null}
      {amended === null ? null : <p>{t('amendedFor', { reason: amended })}</p>}
      {state === 'submitted' || state === 'approved' ? (
        <p>{t(state === 'submitted' ? 'waitsApproval' : 'waitsIssue')}</p>
      ) : null}
      {state === 'issued' || state === 'replaced' ? (
        <p>{t('readOnly', { state: t(state).toLocaleLowerCase('vi') })}</p>
      ) : null}
    </>
  );
}

interface PartListProps {
  readonly plan: PlanView;
  readonly content: PlanView['content'];
  readonly part: PlanPart;
  readonly onPart: (part: PlanPart) => void;
}

function PartList({ plan, content, part, onPart }: PartListProps) {
  const t = useWords(planStructureWords);
  const missing = plan.superior?.asked.filter(({ answer }) => answer === 'missing').length ?? 0;
  const errors = (one: PlanPart) =>
    plan.faults.filter((fault) => fault.part === one && fault.severity === 'error').length;
  const parts: PlanPart[] = [
    'subject',
    ...LIST_PARTS,
    ...OTHER_PARTS.filter((one) => one !== 'households' || plan.unit.level === 'commune'),
  ];
  return (
    <nav aria-label={t('structure')}>
      <ul className={styles.parts}>
        {parts.map((one) => {
          const count = one === 'asked' ? missing : errors(one);
          return (
            <li key={one}>
              <button
                type="button"
                className={styles.part}
                aria-current={one === part}
                onClick={() => onPart(one)}
              >
                {t(one)}
                {(LIST_PARTS as readonly string[]).includes(one) ? ` ${content[one as ListPart].length}` : ''}
                {count === 0 ? null : <span className={styles.wrong}> ■ {count}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

interface OnePartProps {
  readonly plan: PlanView;
  readonly part: PlanPart;
  readonly saving: PlanSaving;
  readonly fixed: boolean;
  readonly today: string;
  readonly onVersion: (number: number) => void;
  readonly documentLink: (id: string) => React.ReactNode;
}

function OnePart({ plan, part, saving, fixed, today, onVersion, documentLink }: OnePartProps) {
  const t = useWords(planStructureWords);
  const programmes = useQuery(programmeNodesQuery(plan.programme));
  const indicators = useIndicators(plan.unit.id, plan.yearFrom);
  const { content, change } = saving;
  switch (part) {
    case 'subject':
      return (
        <>
          {fixed ? (
            <p>{content.subject}</p>
          ) : (
            <AreaField
              maxLength={1_000}
              label={t('subject')}
              value={content.subject}
              onChange={(subject) => change({ ...content, subject })}
            />
          )}
          <RowFaults faults={plan.faults.filter((fault) => fault.part === 'subject')} />
        </>
      );
    case 'asked':
      return <SuperiorAsked plan={plan} content={content} fixed={fixed} onContent={change} />;
    case 'households':
      return <PlanHouseholds plan={plan} />;
    case 'papers':
      return <PlanPapers plan={plan} flush={saving.flush} documentLink={documentLink} />;
    case 'history':
      return <PlanHistory plan={plan} onVersion={onVersion} documentLink={documentLink} />;
    default:
      return (
        <>
          {part === 'targets' && plan.assigned !== null ? (
            <AssignedTarget given={plan.assigned} content={content} fixed={fixed} onContent={change} />
          ) : null}
          <PartEditor
            key={part}
            part={part}
            ground={{ content, say: t, programme: programmes.data ?? [], indicators }}
            year={plan.yearFrom}
            today={today}
            faults={plan.faults}
            fixed={fixed}
            onRows={(rows: readonly PlanRow[]) => change({ ...content, [part]: rows })}
          />
        </>
      );
  }
}
