import type { PlanView } from '@benvung/contract/plan-structure';
import { composeDocument } from '@benvung/domain/document/compose-document';
import type { Annex, Block, OfficialDocument, Rich } from '@benvung/domain/document/official-document';
import { composeHouseholdAnnex } from '@benvung/domain/plan/structure/compose-household-annex';
import { composePlan } from '@benvung/domain/plan/structure/compose-plan';
import { composeTargetAnnex } from '@benvung/domain/plan/structure/compose-target-annex';
import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Answer } from '../../../platform/answer.tsx';
import { useWords } from '../../../platform/i18n.ts';
import { planHouseholdsQuery } from './plan-structure.api.ts';
import styles from './plan-structure.module.css';
import { planStructureWords } from './plan-structure.words.ts';

interface DocumentSheetProps {
  readonly content: PlanContent;
  readonly plan: PlanView;
  readonly label: string;
}

/** The plan as its document will read, made anew at each change. */
export function DocumentSheet({ content, plan, label }: DocumentSheetProps) {
  const document = useMemo(() => layOutPlan(content, plan), [content, plan]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys
    <article className={styles.sheet} lang="vi" aria-label={label} tabIndex={0}>
      <div className={styles.sheetHead}>
        <div>
          {document.superior === null ? null : <div>{document.superior}</div>}
          {document.body.map((line) => (
            <strong key={line} style={{ display: 'block' }}>
              {line}
            </strong>
          ))}
          <div>{document.numberLine}</div>
        </div>
        <div>
          <strong style={{ display: 'block' }}>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
          <strong style={{ display: 'block' }}>Độc lập - Tự do - Hạnh phúc</strong>
          <em>{document.placeAndDay}</em>
        </div>
      </div>
      <p className={styles.centre}>
        <strong>{document.title?.type}</strong>
        <br />
        <strong>{document.title?.subject}</strong>
      </p>
      {document.grounds.map((line) => (
        <p key={line} className={styles.indent}>
          <em>{line}</em>
        </p>
      ))}
      <Blocks blocks={document.content} />
      {document.annexes.map((annex) => (
        <AnnexSheet key={annex.title} {...annex} />
      ))}
      {plan.unit.level === 'commune' ? <HouseholdSheet planId={plan.id} /> : null}
    </article>
  );
}

function AnnexSheet({ label, title, body }: Pick<Annex, 'label' | 'title' | 'body'>) {
  return (
    <section>
      <p className={styles.centre}>
        {label === null ? null : (
          <>
            <strong>{label}</strong>
            <br />
          </>
        )}
        <strong>{title.toLocaleUpperCase('vi')}</strong>
      </p>
      <div className={styles.annex}>
        <Blocks blocks={body} />
      </div>
    </section>
  );
}

/** The annex of households, opened by a button, because reading it is logged. */
function HouseholdSheet({ planId }: { readonly planId: string }) {
  const t = useWords(planStructureWords);
  const [open, setOpen] = useState(false);
  const listed = useQuery({ ...planHouseholdsQuery(planId, 1), enabled: open });
  if (!open)
    return (
      <p className={styles.centre}>
        <Button variant="outline" onClick={() => setOpen(true)}>
          {t('showHouseholdAnnex')}
        </Button>
      </p>
    );
  return (
    <Answer query={listed}>
      {({ rows, page }) =>
        page.total === 0 ? (
          <p>{t('noHouseholds')}</p>
        ) : (
          <>
            <AnnexSheet label={null} {...composeHouseholdAnnex(rows)} />
            {page.total > rows.length ? (
              <p>{t('moreHouseholds', { count: page.total - rows.length })}</p>
            ) : null}
          </>
        )
      }
    </Answer>
  );
}

function layOutPlan(content: PlanContent, plan: PlanView): OfficialDocument {
  const { issuer, yearFrom } = plan;
  const data = composePlan(content, {
    ...plan,
    bodyName: issuer.bodyName,
    annexes: plan.targetAnnexes.map((annex) => composeTargetAnnex(annex, yearFrom)),
  });
  const version = plan.versions.find(({ number }) => number === plan.number);
  const number = version?.reference?.split('/')[0];
  return composeDocument('composed', data, {
    issuer: { ...issuer, abbreviation: 'UBND', unitName: '', superiorName: null, level: 'commune' },
    number: number === undefined ? null : Number(number),
    symbol: 'KH-UBND',
    day: version?.issuedOn ?? null,
    signatory: null,
    recipients: null,
    grounds: [],
    verification: null,
    electronic: true,
    demonstration: false,
  });
}

const plain = (text: Rich): string =>
  typeof text === 'string' ? text : text.map((run) => run.text).join('');

const ALIGNED = {
  left: undefined,
  centre: { textAlign: 'center' },
  right: { textAlign: 'right' },
} as const;

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, at) => {
    const key = `${block.kind}-${at}`;
    switch (block.kind) {
      case 'outline':
        return (
          <p key={key} className={styles.indent}>
            {block.title === true ? (
              <strong>
                {block.mark} {plain(block.text)}
              </strong>
            ) : (
              `${block.mark} ${plain(block.text)}`
            )}
          </p>
        );
      case 'paragraph':
        return (
          <p key={key} className={styles.indent}>
            {plain(block.text)}
          </p>
        );
      case 'table':
        return (
          <table key={key}>
            <thead>
              <tr>
                {block.table.columns.map(({ label }) => (
                  <th key={label}>{label}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.table.rows.map(({ cells }) => (
                <tr key={cells.join('|')}>
                  {cells.map((cell, place) => (
                    <td
                      key={block.table.columns[place]?.label ?? cell}
                      style={ALIGNED[block.table.columns[place]?.align ?? 'left']}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        );
      default:
        return null;
    }
  });
}
