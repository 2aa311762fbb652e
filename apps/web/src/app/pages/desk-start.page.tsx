import { Navigate } from '@tanstack/react-router';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';

/** The desk of the running year at the reader's place. */
export function DeskStartPage() {
  const place = usePlace();
  const { today } = useSession();
  const known = place.unit.level === 'village' ? place.ancestors.at(-1) : place.unit;
  return (
    <Navigate
      to="/ra-soat/$nam/$donVi"
      params={{ nam: today.slice(0, 4), donVi: String((known ?? place.unit).id) }}
      replace
    />
  );
}
