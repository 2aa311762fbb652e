import type { UnitRef } from '@benvung/contract/shared';
import { Link } from '@tanstack/react-router';

/** The same page for another unit. */
export function UnitLink({ unit }: { readonly unit: UnitRef }) {
  return (
    <Link
      to="."
      search={(last) => {
        const { o: _o, trang: _trang, ...rest } = last as Readonly<Record<string, unknown>>;
        return { ...rest, 'don-vi': unit.id };
      }}
    >
      {unit.name}
    </Link>
  );
}
