import { nameInSentence } from '@benvung/domain/territory/unit-type';
import type { Db } from '../platform/database/database.ts';
import { showSurvey } from '../review/quality/show-survey.public.ts';
import { showStages } from '../review/recognition/show-stages.public.ts';
import { showOnlineRequest } from '../review/request/show-online-request.public.ts';
import { showPosting } from '../review/review.public.ts';
import { POSTING_COMMUNE } from './commune-states.ts';
import type { DemonstrationPlan } from './generate-demonstration.ts';
import { insist } from './insist.ts';
import { DEMONSTRATION_TODAY } from './published-figures.ts';

/** Working days lie between each posting and its submission; the last ones wait for the visitor. */
const STAGES = [
  {
    met: '2024-09-30',
    posted: '2024-10-01',
    submitted: '2024-10-07',
    answered: '2024-10-08',
    recognised: '2024-10-09',
  },
  { met: '2024-10-02', posted: '2024-10-03', submitted: '2024-10-09', answered: '2024-10-11', returned: 1 },
  { met: '2024-10-04', posted: '2024-10-07', submitted: '2024-10-14' },
  { met: '2024-10-08', posted: '2024-10-09', rejected: 1 },
] as const;

/** Printed in the guide: `/t/K7Q2-9M4X`. */
const CODE = 'K7Q29M4X';

/**
 * One commune goes by the procedure: a village's list hangs, and two people said something about it; its other villages
 * stand at every other step.
 */
export async function demonstrateProcedure(db: Db, plan: DemonstrationPlan, at: string): Promise<void> {
  const commune = plan.communes.find(({ code }) => code === POSTING_COMMUNE);
  if (commune === undefined) throw new Error(`No commune ${POSTING_COMMUNE}.`);
  // at ten in the morning of its day, as the papers and histories show it
  const by = (actor: string, today: string) => ({
    actor,
    today,
    at: `${today}T03:00:00.000Z`,
    accountId: null,
  });
  const shown = await showPosting(db, {
    communeId: commune.id,
    year: 2024,
    code: CODE,
    places: ['Nhà văn hóa thôn', 'UBND xã'],
    surveyed: by(`Rà soát viên ${nameInSentence(commune.name)}`, '2024-09-20'),
    met: by(`Công chức ${nameInSentence(commune.name)}`, '2024-10-14'),
    posted: by(`Công chức ${nameInSentence(commune.name)}`, DEMONSTRATION_TODAY),
    grievances: [
      {
        category: 'absent',
        channel: 'public',
        number: null,
        householdName: 'Hồ Văn Không Có Thật',
        about: 'Nhà tôi không có tên trong danh sách. Năm nay mất mùa, nhà dột chưa sửa được.',
        complainantName: 'Người dân trình diễn',
        phone: '0900 000 000',
      },
      {
        category: 'household',
        channel: 'office',
        number: 1,
        householdName: null,
        about: 'Hộ này đã có nhà mới, đề nghị xem lại.',
        complainantName: null,
        phone: null,
      },
    ],
  });
  if (!shown.ok) throw new Error(`The demonstration's posting was refused: ${shown.problem.code}`);
  await showOnlineRequest(db, {
    communeId: commune.id,
    today: DEMONSTRATION_TODAY,
    at,
    head: 'Hồ Thị Không Có Thật',
    phone: '0900 000 000',
    asked: 'Nhà mất mùa, chồng mới mất, ba con còn đi học.',
  });
  const stages = await showStages(db, {
    communeId: commune.id,
    year: 2024,
    places: ['Nhà văn hóa thôn', 'UBND xã'],
    officer: (day) => by(`Công chức ${nameInSentence(commune.name)}`, day),
    superior: (day) => by('Phòng LĐTBXH huyện A Lưới', day),
    chairman: { name: 'Nguyễn Văn Trình Diễn', position: 'Chủ tịch', authority: null },
    superiorSigns: { name: 'Trần Thị Trình Diễn', position: 'Phó Chủ tịch', authority: 'KT' },
    superiorPath: commune.path.replace(/\d+\/$/u, ''),
    villages: STAGES,
  });
  if (!stages.ok) throw new Error(`A stage of the demonstration was refused: ${stages.problem.code}`);
}

/** Who asked in the villages of that commune, and what the checks say of it; its enumerator has an account. */
export async function demonstrateSurvey(db: Db, plan: DemonstrationPlan, at: string): Promise<void> {
  const commune = plan.communes.find(({ code }) => code === POSTING_COMMUNE);
  if (commune === undefined) throw new Error(`No commune ${POSTING_COMMUNE}.`);
  insist(
    await showSurvey(db, {
      communeId: commune.id,
      year: 2024,
      names: ['Hồ Văn Trưởng Thôn', 'A Viết Thị Ghi Chép'],
      helper: 'Lê Văn Giúp Việc',
      officer: {
        actor: `Công chức ${nameInSentence(commune.name)}`,
        today: '2024-09-05',
        at,
        accountId: null,
      },
      firstDay: '2024-09-09',
      checked: { today: DEMONSTRATION_TODAY, at },
    }),
  );
}
