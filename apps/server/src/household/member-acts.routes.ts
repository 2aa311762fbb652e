import {
  addMember as addMemberBody,
  changeHead as changeHeadBody,
  correctMember as correctMemberBody,
  removeMember as removeMemberBody,
} from '@benvung/contract/household-acts';
import { z } from 'zod';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { addMember } from './add-member.ts';
import { changeHead } from './change-head.ts';
import { correctMember } from './correct-member.ts';
import { defineAct } from './define-act.ts';
import { removeMember } from './remove-member.ts';

const householdId = z.object({ id: z.uuid() });
const memberId = householdId.extend({ personId: z.uuid() });

/** What an officer does with the people of a household. */
export const memberActRoutes: FeatureRoutes = (app) => {
  defineAct(app, {
    path: '/api/households/:id/members',
    act: 'household.add-member',
    summary: 'Thêm thành viên / Add a member',
    params: householdId,
    body: addMemberBody,
    detail: ({ body }) => ({ day: body.day, person: body.member.personId, reason: body.reason }),
    run: (ground, { params, body }) => addMember(ground, { ...body, id: params.id }),
  });

  defineAct(app, {
    path: '/api/households/:id/members/:personId/corrections',
    act: 'household.correct-member',
    summary: 'Sửa thông tin thành viên / Correct what is written of a member',
    params: memberId,
    body: correctMemberBody,
    detail: ({ params, body }) => ({ person: params.personId, fields: Object.keys(body.changes) }),
    run: (ground, { params, body }) => correctMember(ground, { ...body, ...params }),
  });

  defineAct(app, {
    path: '/api/households/:id/members/:personId/departure',
    act: 'household.remove-member',
    summary: 'Ghi thành viên rời hộ / Record that a member left',
    params: memberId,
    body: removeMemberBody,
    detail: ({ params, body }) => ({ day: body.day, person: params.personId, reason: body.reason }),
    run: (ground, { params, body }) => removeMember(ground, { ...body, ...params }),
  });

  defineAct(app, {
    path: '/api/households/:id/head',
    act: 'household.change-head',
    summary: 'Đổi chủ hộ / Change the head',
    params: householdId,
    body: changeHeadBody,
    detail: ({ body }) => ({ day: body.day, person: body.personId }),
    run: (ground, { params, body }) => changeHead(ground, { ...body, id: params.id }),
  });
};
