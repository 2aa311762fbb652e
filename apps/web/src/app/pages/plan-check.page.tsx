import { useNavigate } from '@tanstack/react-router';
import { planWords } from '../../features/plan/plan.words.ts';
import { PlanCheck } from '../../features/plan/plan-check.tsx';
import { PlanFromDocument } from '../../features/plan/structure/plan-from-document.tsx';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useSession } from '../session-context.ts';
import { useMay } from '../use-may.ts';
import { usePlace } from '../use-place.ts';

const PLANNING: readonly string[] = ['province', 'district', 'commune'];

export function PlanCheckPage() {
  const t = useWords(planWords);
  const { today } = useSession();
  const { unit } = usePlace();
  const navigate = useNavigate();
  const mayDraft = useMay(['officer']) && PLANNING.includes(unit.level);
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      {mayDraft ? (
        <PlanFromDocument
          unit={unit}
          today={today}
          onStarted={(id) => void navigate({ to: '/ke-hoach/$id', params: { id } })}
        >
          {({ pending, make }) => <PlanCheck making={pending} onPlan={make} />}
        </PlanFromDocument>
      ) : (
        <PlanCheck making={false} />
      )}
    </>
  );
}
