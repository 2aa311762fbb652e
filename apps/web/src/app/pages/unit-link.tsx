import type { UnitRef } from '@benvung/contract/shared';
import { Link } from '@tanstack/react-router';
import { usePlace } from '../use-place.ts';

/** The same page for another unit. */
export function UnitLink({ unit }: { readonly unit: UnitRef }) {
  const place = usePlace();
  return (
    <Link
      to="."
      params={(last) => (place.inPath ? { ...last, donVi: String(unit.id) } : last)}
      search={(last) => place.move(last as Readonly<Record<string, unknown>>, unit.id)}
    >
      {unit.name}
    </Link>
  );
}
