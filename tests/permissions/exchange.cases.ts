import type { CrossAreaCases } from './cross-area-case.ts';
import { openOtherRound, YEAR } from './prepare-round.ts';

const LIST = 'Họ và tên chủ hộ,Thôn,Xã\nHồ Văn Lạ,Thôn 2,Xã Hương Phú\n';

export const exchangeCases: CrossAreaCases = {
  'POST /api/imports': {
    request: ({ places, newId }) => ({
      method: 'POST',
      url: `/api/imports?year=2024&unit=${places.otherCommune.code}&file=list.csv&commandId=${newId()}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from(LIST),
    }),
    expected: { refused: ['shared.outside-area'] },
  },
  'GET /api/exports/household-list': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/exports/household-list?unit=${places.otherCommune.id}&format=csv&purpose=kiem+thu`,
    }),
    expected: { refused: ['shared.outside-area', 'shared.not-found'] },
  },
  'GET /api/exports/members': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/exports/members?unit=${places.otherCommune.id}&format=csv&purpose=kiem+thu`,
    }),
    expected: { refused: ['shared.outside-area', 'shared.not-found'] },
  },
  'GET /api/exports/members-closed': {
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/exports/members-closed?unit=${places.otherCommune.id}&format=csv&purpose=kiem+thu&fields=identityNumber`,
    }),
    expected: { refused: ['shared.outside-area', 'shared.not-found'] },
  },
  'POST /api/table-files': { open: 'gives back the figures it is sent' },
  'GET /api/exports/households': {
    prepare: openOtherRound,
    request: ({ places }) => ({
      method: 'GET',
      url: `/api/exports/households?year=${YEAR}&unit=${places.otherCommune.code}&format=csv&purpose=kiem+thu`,
    }),
    expected: { refused: ['exchange.unit-unknown'] },
  },
};
