import { UnitPath } from '../../features/territory/unit-path.tsx';
import { reachable } from '../reach.ts';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';
import { UnitLink } from './unit-link.tsx';

/** Where the page is; units above the person's own area are named, not linked. */
export function PlacePath() {
  const place = usePlace();
  const session = useSession();
  const path = [...place.ancestors, place.unit];
  const open = reachable(
    path,
    session.roles.map((held) => held.unit),
  );
  return (
    <UnitPath
      path={path}
      renderLink={(unit) => (open.includes(unit) ? <UnitLink unit={unit} /> : unit.name)}
    />
  );
}
