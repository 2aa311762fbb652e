import type { CompiledQuestionnaire } from '@benvung/domain/standard/questionnaire/compile-questionnaire';
import type { RegulationLibrary } from './regulation-library.ts';

/** The newest questionnaire made for a standard, or the one with the hash that answers keep. */
export const findQuestionnaire = (
  { questionnaires }: Pick<RegulationLibrary, 'questionnaires'>,
  standardId: string,
  hash?: string,
): CompiledQuestionnaire | undefined =>
  questionnaires.findLast(
    (each) => each.questionnaire.standardId === standardId && (hash === undefined || each.hash === hash),
  );
