import type { PlanView } from '@benvung/contract/plan-structure';
import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../platform/i18n.ts';
import { newId } from '../../../platform/new-id.ts';
import { Notice } from '../../../ui/notice.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { planQuery } from './plan-structure.api.ts';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';

type Asked = NonNullable<PlanView['superior']>['asked'][number];

interface SuperiorAskedProps {
  readonly plan: PlanView;
  readonly content: PlanContent;
  readonly fixed: boolean;
  readonly onContent: (content: PlanContent) => void;
}

/** What the plan above asks of this unit: in the plan, left out with a reason, or missing. */
export function SuperiorAsked({ plan, content, fixed, onContent }: SuperiorAskedProps) {
  const t = useWords(planStructureWords);
  const { superior } = plan;
  const above = useQuery({ ...planQuery(superior?.id ?? ''), enabled: superior !== null });
  if (superior === null) return <Notice kind="empty" title={t('noSuperior')} />;
  return (
    <>
      <p>{t('superiorLead', { unit: superior.unitName, reference: superior.reference ?? '' })}</p>
      <ul className={styles.rows}>
        {superior.asked.map((asked) => (
          <li key={asked.id} className={styles.row}>
            <p>
              <strong>{t(asked.part)}:</strong> {asked.words}
            </p>
            <p className={asked.answer === 'missing' ? styles.fault : undefined}>
              {asked.answer === 'leftOut' ? t('leftOut', { reason: asked.reason ?? '' }) : t(asked.answer)}
            </p>
            {fixed || asked.answer !== 'missing' || above.data === undefined ? null : (
              <Missing
                onTake={() => onContent(takeOver(asked, above.data.content, content))}
                onLeaveOut={(reason) =>
                  onContent({ ...content, leftOut: [...content.leftOut, { asked: asked.id, reason }] })
                }
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface MissingProps {
  readonly onTake: () => void;
  readonly onLeaveOut: (reason: string) => void;
}

function Missing({ onTake, onLeaveOut }: MissingProps) {
  const t = useWords(planStructureWords);
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null)
    return (
      <div className={styles.line}>
        <Button variant="outline" onClick={onTake}>
          {t('take')}
        </Button>
        <Button variant="outline" onClick={() => setReason('')}>
          {t('leaveOut')}
        </Button>
      </div>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onLeaveOut(reason.trim());
      }}
    >
      <TextField label={t('reason')} value={reason} maxLength={500} onChange={setReason} autoFocus />
      <div className={styles.line}>
        <Button type="submit" variant="outline">
          {t('leaveOut')}
        </Button>
        <Button variant="subtle" onClick={() => setReason(null)}>
          {t('close')}
        </Button>
      </div>
    </form>
  );
}

/** A row of the superior's plan as a row of this one, for the unit to make its own. */
function takeOver(asked: Asked, above: PlanContent, own: PlanContent): PlanContent {
  const id = newId();
  const target = above.targets.find((row) => row.id === asked.id);
  if (target !== undefined)
    return { ...own, targets: [...own.targets, { ...target, id, baseline: null, base: null }] };
  const node = above.nodes.find((row) => row.id === asked.id);
  if (node !== undefined) return { ...own, nodes: [...own.nodes, ...withParents(node, above, own, id)] };
  const duty = above.duties.find((row) => row.id === asked.id);
  if (duty !== undefined)
    return {
      ...own,
      duties: [...own.duties, { ...duty, id, node: null, owner: '', lowerUnits: false, answers: [duty.id] }],
    };
  const deadline = above.deadlines.find((row) => row.id === asked.id);
  if (deadline === undefined) return own;
  return { ...own, deadlines: [...own.deadlines, { ...deadline, id, who: '', lowerUnits: false }] };
}

/** The node, and the project above it where the own plan has none yet; what it will cost is the unit's to say. */
function withParents(
  node: PlanContent['nodes'][number],
  above: PlanContent,
  own: PlanContent,
  id: string,
): PlanContent['nodes'] {
  const parent = above.nodes.find((row) => row.id === node.parent);
  const held = parent === undefined ? undefined : own.nodes.find(({ code }) => code === parent.code);
  const bare = { budget: '', lead: '', partners: '', time: '', place: '' };
  if (parent === undefined || held !== undefined) return [{ ...node, ...bare, id, parent: held?.id ?? null }];
  const parentId = newId();
  return [...withParents(parent, above, own, parentId), { ...node, ...bare, id, parent: parentId }];
}
