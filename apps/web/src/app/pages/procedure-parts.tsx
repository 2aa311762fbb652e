import type { DeskView } from '@benvung/contract/review-desk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NumberAndSigner } from '../../features/document/number-and-signer.tsx';
import { assignmentWords } from '../../features/review/assignment/assignment.words.ts';
import { Assignments } from '../../features/review/assignment/assignment-board.tsx';
import { roundsQuery } from '../../features/review/entry/entry.api.ts';
import { ReviewBoard } from '../../features/review/procedure/board.tsx';
import { meetingWords } from '../../features/review/procedure/meeting.words.ts';
import { Meetings } from '../../features/review/procedure/meeting-list.tsx';
import { procedureWords } from '../../features/review/procedure/procedure.words.ts';
import { Recognition } from '../../features/review/procedure/recognition-desk.tsx';
import type { RenderNumbering } from '../../features/review/procedure/render-numbering.ts';
import { RequestForm } from '../../features/review/procedure/request-form.tsx';
import { Findings } from '../../features/review/quality/finding-list.tsx';
import { QualityBoard } from '../../features/review/quality/quality-board.tsx';
import { ClassChip, isHouseholdClass } from '../../features/standard/class-chip.tsx';
import { standardWords } from '../../features/standard/standard.words.ts';
import { useWords } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { useSession } from '../session-context.ts';
import { useMay } from '../use-may.ts';
import { MergedRounds } from './desk-overview.tsx';
import { UnitLink } from './unit-link.tsx';

export const PROCEDURE_PARTS = [
  'trinh-tu',
  'de-nghi',
  'phan-cong',
  'chat-luong',
  'hop-thon',
  'cong-nhan',
] as const;
export type ProcedurePart = (typeof PROCEDURE_PARTS)[number];
export const isProcedurePart = (part: string | null): part is ProcedurePart =>
  (PROCEDURE_PARTS as readonly (string | null)[]).includes(part);

export const classOf = (one: string | null): ReactNode => (one === null ? null : <ClassChip class={one} />);

export const caseLink = (id: string, head: string): ReactNode => (
  <Link to="/ra-soat/ho-so/$id" params={{ id }}>
    {head}
  </Link>
);

export const documentLink = (id: string, text: string): ReactNode => (
  <Link to="/van-ban/$id" params={{ id }}>
    {text}
  </Link>
);

export const certificateLink = (id: string, number: string): ReactNode => (
  <Link to="/cong-nhan/giay/$id" params={{ id }}>
    {number}
  </Link>
);

interface PartProps {
  readonly desk: DeskView;
  readonly part: ProcedurePart;
}

/** The parts of the desk that follow the legal procedure: board, requests, meetings, submission and recognition. */
export function ProcedureOf({ desk, part }: PartProps) {
  const t = useWords(procedureWords);
  const navigate = useNavigate();
  const mayRequest = useMay(['officer', 'enumerator']);
  const { unit, year } = desk;
  if (part === 'trinh-tu') return <BoardPart desk={desk} />;
  if (part === 'phan-cong') return <AssignmentsPart desk={desk} />;
  if (part === 'chat-luong') return <QualityPart desk={desk} />;
  if (part === 'cong-nhan') return <RecognitionPart desk={desk} />;
  if (part === 'hop-thon') return <MeetingsPart desk={desk} />;
  if (unit.level !== 'commune' || !mayRequest) return <Notice kind="empty" title={t('empty')} />;
  return (
    <RequestForm
      commune={unit.id}
      villages={desk.villages.flatMap(({ unit: village }) => village ?? [])}
      key={year}
      onReceived={(id) => void navigate({ to: '/ra-soat/ho-so/$id', params: { id } })}
    />
  );
}

function BoardPart({ desk }: { readonly desk: DeskView }) {
  const t = useWords(procedureWords);
  const mayBegin = useMay(['officer', 'administrator']);
  const mayRequest = useMay(['officer', 'enumerator']);
  const params = { nam: String(desk.year), donVi: String(desk.unit.id) };
  const to = (muc: ProcedurePart, word: 'receive' | 'meetings' | 'recognition') => (
    <Button
      key={muc}
      variant="outline"
      renderRoot={(props) => <Link to="/ra-soat/$nam/$donVi/$muc" params={{ ...params, muc }} {...props} />}
    >
      {t(word)}
    </Button>
  );
  const alone = desk.unit.level === 'commune';
  return (
    <ReviewBoard
      unit={desk.unit.id}
      year={desk.year}
      mayBegin={mayBegin && alone}
      actions={[
        alone && mayRequest ? to('de-nghi', 'receive') : null,
        alone ? to('hop-thon', 'meetings') : null,
        to('cong-nhan', 'recognition'),
      ]}
      renderClass={classOf}
      renderCase={caseLink}
    />
  );
}

interface OwnRound {
  readonly id: string;
  readonly open: boolean;
  readonly adHoc: boolean;
}

/** The rounds of a commune in the year that meetings are held and people are sent for: the periodic one, and the ad hoc one. */
function useOwnRounds({ unit, year, rows }: DeskView): readonly OwnRound[] {
  const alone = unit.level === 'commune';
  const adHoc = useQuery({ ...roundsQuery(unit.id, year, 'AD_HOC'), enabled: alone });
  const periodic = alone ? rows[0]?.round : undefined;
  return [
    ...(periodic == null ? [] : [{ id: periodic.id, open: periodic.status === 'OPEN', adHoc: false }]),
    ...(alone ? (adHoc.data?.rounds ?? []) : []).map(({ id, status }) => ({
      id,
      open: status === 'OPEN',
      adHoc: true,
    })),
  ];
}

function MeetingsPart({ desk }: { readonly desk: DeskView }) {
  const t = useWords(meetingWords);
  const navigate = useNavigate();
  const { today } = useSession();
  const may = useMay(['officer', 'enumerator']);
  const rounds = useOwnRounds(desk);
  if (rounds.length === 0 && desk.rows.length > 1) return <MergedRounds desk={desk} part="/hop-thon" />;
  if (rounds.length === 0) return <Notice kind="empty" title={t('none')} />;
  return rounds.map(({ id: round, open, adHoc }) => (
    <OfRound key={round} adHoc={adHoc}>
      <Meetings
        round={round}
        today={today}
        may={may && open}
        onPlanned={(id) => void navigate({ to: '/hop/$id', params: { id } })}
        renderMeeting={(id) => (
          <Link to="/hop/$id" params={{ id }}>
            {t('open')}
          </Link>
        )}
      />
    </OfRound>
  ));
}

/** What belongs to the ad hoc round says so. */
function OfRound({ adHoc, children }: { readonly adHoc: boolean; readonly children: ReactNode }) {
  const t = useWords(procedureWords);
  return (
    <>
      {adHoc ? <h2>{t('adHocRound')}</h2> : null}
      {children}
    </>
  );
}

/** The number of an act's paper and its signer, for the features that need them. */
export const numbering: RenderNumbering = (of) => <NumberAndSigner {...of} />;

function AssignmentsPart({ desk }: { readonly desk: DeskView }) {
  const t = useWords(assignmentWords);
  const may = useMay(['officer', 'administrator']);
  const rounds = useOwnRounds(desk);
  if (rounds.length === 0) return <Notice kind="empty" title={t('noHouseholds')} />;
  return rounds.map(({ id, adHoc }) => (
    <OfRound key={id} adHoc={adHoc}>
      <Assignments round={id} may={may} renderDocument={documentLink} />
    </OfRound>
  ));
}

function QualityPart({ desk }: { readonly desk: DeskView }) {
  const classWord = useWords(standardWords);
  const mayName = useMay(['inspector']);
  const { unit, year } = desk;
  return (
    <QualityBoard
      unit={unit.id}
      year={year}
      renderUnit={(one) => <UnitLink unit={one} />}
      findings={
        mayName ? (
          <Findings
            {...{ year }}
            unit={unit.id}
            classWord={(one) => (isHouseholdClass(one) ? classWord(one) : one)}
            renderHousehold={(id, head) => (
              <Link to="/ho/$id" params={{ id }} search={{ nam: year }}>
                {head}
              </Link>
            )}
          />
        ) : null
      }
    />
  );
}

function RecognitionPart({ desk }: { readonly desk: DeskView }) {
  const maySubmit = useMay(['officer', 'approver']);
  const mayDecide = useMay(['approver']);
  return (
    <Recognition
      unit={desk.unit.id}
      year={desk.year}
      {...{ maySubmit, mayDecide }}
      renderNumbering={numbering}
      renderDocument={documentLink}
      renderSubmission={(id, text) => (
        <Link to="/cong-nhan/trinh/$id" params={{ id }}>
          {text}
        </Link>
      )}
      renderDecision={(id, text) => (
        <Link to="/cong-nhan/quyet-dinh/$id" params={{ id }}>
          {text}
        </Link>
      )}
    />
  );
}
