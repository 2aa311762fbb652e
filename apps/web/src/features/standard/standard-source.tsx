import type { StandardView } from '@benvung/contract/standard';
import { useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import styles from './standards.module.css';
import { standardsWords } from './standards.words.ts';

/** What the folder of the version says of its sources, its headings and lists kept. */
export function StandardSource({ standard }: { readonly standard: StandardView }) {
  const t = useWords(standardsWords);
  const parts = standard.sourceText.split(/\n{2,}/u).filter((part) => part.trim() !== '');
  return (
    <Block title={t('sources')}>
      <div className={styles.stack}>
        {parts.map((part) => (
          <SourcePart key={part} text={part.trim()} />
        ))}
        <p className={styles.hash}>
          {t('hash')}: <span className="num">{standard.hash}</span>
        </p>
      </div>
    </Block>
  );
}

function SourcePart({ text }: { readonly text: string }) {
  const lines = text.split('\n');
  if (text.startsWith('#')) return <h3>{text.replace(/^#+\s*/u, '')}</h3>;
  if (lines.every((line) => line.startsWith('|'))) return <SourceTable lines={lines} />;
  if (lines.every((line) => /^[-*]/u.test(line)))
    return (
      <ul className={styles.faults}>
        {lines.map((line) => (
          <li key={line}>{line.replace(/^[-*]\s*/u, '')}</li>
        ))}
      </ul>
    );
  return <p>{text}</p>;
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|\s*$/gu, '')
    .split('|')
    .map((cell) => cell.trim());

function SourceTable({ lines }: { readonly lines: readonly string[] }) {
  const t = useWords(standardsWords);
  const [head = [], ...rows] = lines
    .map(cellsOf)
    .filter((cells) => !cells.every((cell) => /^-+$/u.test(cell)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys
    <section className={styles.box} aria-label={t('sourceTable')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join('|')}>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
