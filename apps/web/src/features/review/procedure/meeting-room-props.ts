import type { AgendaItem, MeetingView } from '@benvung/contract/review-meeting';
import type { ReactNode } from 'react';

export interface MeetingRoomProps {
  readonly view: MeetingView;
  readonly may: boolean;
  readonly renderDocument: (id: string, text: string) => ReactNode;
  readonly renderClass: (householdClass: string | null) => ReactNode;
}

export const isPassed = (item: AgendaItem, { needed }: Pick<MeetingView, 'needed'>): boolean =>
  (item.agreed ?? -1) >= needed && !item.changed;
