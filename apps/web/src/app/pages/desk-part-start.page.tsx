import { Navigate, useMatchRoute } from '@tanstack/react-router';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';

/** A part of the running year's desk at the reader's place, by its short address. */
export function DeskPartStartPage() {
  const place = usePlace();
  const { today } = useSession();
  const matches = useMatchRoute();
  const known = place.unit.level === 'village' ? place.ancestors.at(-1) : place.unit;
  const muc = matches({ to: '/hop' }) === false ? 'cong-nhan' : 'hop-thon';
  return (
    <Navigate
      to="/ra-soat/$nam/$donVi/$muc"
      params={{ nam: today.slice(0, 4), donVi: String((known ?? place.unit).id), muc }}
      replace
    />
  );
}
