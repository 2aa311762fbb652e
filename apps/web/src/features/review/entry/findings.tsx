import type { Language } from '@benvung/domain/shared/text';
import type {
  CompiledQuestionnaire,
  Evaluation,
} from '@benvung/domain/standard/questionnaire/compile-questionnaire';
import { useWords } from '../../../platform/i18n.ts';
import { Glyph, type GlyphShape } from '../../../ui/glyph.tsx';
import styles from './entry.module.css';
import { entryWords } from './entry.words.ts';
import type { EntryTyped } from './entry-model.ts';

const GLYPHS = { error: 'error', warning: 'warning', note: 'note' } as const satisfies Record<
  string,
  GlyphShape
>;

interface FindingsProps {
  readonly evaluation: Evaluation;
  readonly staying: EntryTyped['content'];
  readonly asked: CompiledQuestionnaire;
  readonly language: Language;
  readonly onOpen: (key: string) => void;
}

/** What is missing, and what does not agree; each line leads to its box. Nothing here keeps one from saving. */
export function Findings({ evaluation, staying, asked, language, onOpen }: FindingsProps) {
  const t = useWords(entryWords);
  const { missing, unknown, findings } = evaluation;
  const keyOf = (member: number | null, code: string): string => {
    if (asked.memberQuestions.every((question) => question.code !== code)) return `h:${code}`;
    return `m:${staying.members[member ?? 0]?.personId}:${code}`;
  };
  return (
    <div className={styles.findings}>
      <p>
        {missing.length === 0 ? t('nothingMissing') : t('missing', { count: missing.length })}
        {unknown.length === 0 ? '' : ` · ${t('unknown', { count: unknown.length })}`}
      </p>
      {findings.length === 0 ? null : (
        <ul aria-label={t('findings')}>
          {findings.map((finding) => (
            <li
              key={`${finding.check.code} ${finding.member}`}
              className={styles[`of-${finding.check.severity}`]}
            >
              <Glyph shape={GLYPHS[finding.check.severity]} size={12} />
              <button type="button" onClick={() => onOpen(keyOf(finding.member, finding.check.at[0] ?? ''))}>
                {asked.findingText(finding, staying, language)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
