import type { PlanView } from '@benvung/contract/plan-structure';
import { composeDocument } from '@benvung/domain/document/compose-document';
import type { Block, OfficialDocument, Rich } from '@benvung/domain/document/official-document';
import { composePlan } from '@benvung/domain/plan/structure/compose-plan';
import type { PlanContent } from '@benvung/domain/plan/structure/plan-structure';
import { useMemo } from 'react';
import styles from './plan-structure.module.css';

type PlanAround = Pick<
  PlanView,
  'issuer' | 'kind' | 'yearFrom' | 'yearTo' | 'programme' | 'versions' | 'number'
>;

interface DocumentSheetProps {
  readonly content: PlanContent;
  readonly plan: PlanAround;
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
        <section key={annex.title}>
          <p className={styles.centre}>
            <strong>{annex.label}</strong>
            <br />
            <strong>{annex.title.toLocaleUpperCase('vi')}</strong>
          </p>
          <Blocks blocks={annex.body} />
        </section>
      ))}
    </article>
  );
}

function layOutPlan(content: PlanContent, plan: PlanAround): OfficialDocument {
  const { issuer } = plan;
  const data = composePlan(content, { ...plan, bodyName: issuer.bodyName, annexes: [] });
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
                    <td key={block.table.columns[place]?.label ?? cell}>{cell}</td>
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
