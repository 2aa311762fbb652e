import { HOUSEHOLD_CLASSES, type HouseholdClass } from '@benvung/domain/standard/household-class';
import { useWords } from '../../platform/i18n.ts';
import { Chip, type ChipLook } from '../../ui/chip.tsx';
import type { GlyphShape } from '../../ui/glyph.tsx';
import { standardWords } from './standard.words.ts';

/** Fill carries the order of need into greyscale; the glyph and the word carry the rest. */
const LOOKS = {
  POOR: { look: 'first', glyph: 'full' },
  NEAR_POOR: { look: 'second', glyph: 'half' },
  AVERAGE_LIVING_STANDARD: { look: 'third', glyph: 'quarter' },
  NOT_POOR: { look: 'fourth', glyph: 'ring' },
  UNDETERMINED: { look: 'unknown', glyph: 'question' },
} as const satisfies Record<HouseholdClass, { look: ChipLook; glyph: GlyphShape }>;

export const isHouseholdClass = (text: string | null): text is HouseholdClass =>
  text !== null && (HOUSEHOLD_CLASSES as readonly string[]).includes(text);

interface ClassChipProps {
  readonly class: string | null;
  readonly provisional?: boolean;
  readonly decision?: string | null;
}

export function ClassChip(props: ClassChipProps) {
  const t = useWords(standardWords);
  const given = props.class;
  if (!isHouseholdClass(given)) {
    return (
      <Chip look="plain" glyph="question" open>
        {t('none')}
      </Chip>
    );
  }
  const word = props.provisional === true ? t('provisional', { class: t(given) }) : t(given);
  const decision = props.decision ? { title: t('decision', { decision: props.decision }) } : {};
  return (
    <Chip {...LOOKS[given]} open={props.provisional === true} {...decision}>
      {word}
    </Chip>
  );
}
