import { planWords } from '../../features/plan/plan.words.ts';
import { PlanCheck } from '../../features/plan/plan-check.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';

export function PlanCheckPage() {
  const t = useWords(planWords);
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <PlanCheck />
    </>
  );
}
