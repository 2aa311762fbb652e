import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Brought } from '../../features/plan/plan.api.ts';
import { planWords } from '../../features/plan/plan.words.ts';
import { PlanCheck } from '../../features/plan/plan-check.tsx';
import { ConfirmProposal } from '../../features/plan/structure/confirm-proposal.tsx';
import { programmeNodesQuery, proposePlan } from '../../features/plan/structure/plan-structure.api.ts';
import { useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { useSession } from '../session-context.ts';
import { useMay } from '../use-may.ts';
import { usePlace } from '../use-place.ts';

const PLANNING: readonly string[] = ['province', 'district', 'commune'];

export function PlanCheckPage() {
  const t = useWords(planWords);
  const { today } = useSession();
  const place = usePlace();
  const navigate = useNavigate();
  const mayDraft = useMay(['officer']) && PLANNING.includes(place.unit.level);
  const reading = useCommand({ send: (document: Brought) => proposePlan(document) });
  const programme = useQuery({
    ...programmeNodesQuery(reading.data?.programme ?? ''),
    enabled: reading.data !== undefined,
  });
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      {reading.isError ? <ProblemNotice error={reading.error} /> : null}
      {reading.data === undefined ? null : (
        <ConfirmProposal
          file={reading.variables?.name ?? ''}
          proposal={reading.data}
          unit={place.unit}
          today={today}
          programme={programme.data ?? []}
          onStarted={(id) => void navigate({ to: '/ke-hoach/$id', params: { id } })}
          onBack={reading.reset}
        />
      )}
      <div hidden={reading.data !== undefined}>
        <PlanCheck
          making={reading.isPending}
          {...(mayDraft ? { onPlan: (document: Brought) => reading.mutate(document) } : {})}
        />
      </div>
    </>
  );
}
