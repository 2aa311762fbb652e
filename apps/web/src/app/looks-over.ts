import { isStaff, type SessionView } from '@benvung/contract/access';

/** Whether the person looks over an area; who holds nothing but an agency's role stands at its desk alone. */
export const looksOverAnArea = ({ roles }: Pick<SessionView, 'roles'>): boolean =>
  roles.some(({ role }) => isStaff(role));
