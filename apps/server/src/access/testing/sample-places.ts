import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { DatabaseHandle } from '../../platform/database/database.ts';

interface SamplePlace {
  readonly id: number;
  readonly code: string | null;
  readonly level: string;
  readonly name: string;
  readonly path: string;
}

const place = (level: string, code: string | null, name: string, path: string): SamplePlace => ({
  id: Number(path.split('/').at(-2)),
  code,
  level,
  name,
  path,
});

/** A small map: two communes in two districts of one province, and a commune of another province. */
export const samplePlaces = {
  nation: place('nation', null, 'Việt Nam', '/1/'),
  province: place('province', '46', 'Tỉnh Thừa Thiên Huế', '/1/700046/'),
  otherProvince: place('province', '48', 'Thành phố Đà Nẵng', '/1/700048/'),
  district: place('district', '481', 'Huyện A Lưới', '/1/700046/700481/'),
  otherDistrict: place('district', '483', 'Huyện Nam Đông', '/1/700046/700483/'),
  commune: place('commune', '20044', 'Xã Hồng Thủy', '/1/700046/700481/720044/'),
  otherCommune: place('commune', '20161', 'Xã Hương Phú', '/1/700046/700483/720161/'),
  village: place('village', null, 'Thôn 1', '/1/700046/700481/720044/790001/'),
  otherVillage: place('village', null, 'Thôn 2', '/1/700046/700483/720161/790002/'),
} as const;

export async function writeSamplePlaces(database: DatabaseHandle): Promise<void> {
  await database.withSession(async (session) => {
    for (const { id, code, level, name, path } of Object.values(samplePlaces)) {
      const parent = Number(path.split('/').at(-3)) || null;
      await session.query('insert into territory_unit (id, level) values ($1, $2) on conflict do nothing', [
        id,
        level,
      ]);
      await session.query(
        `insert into territory_unit_version
           (unit_id, valid_from, level, code, name, type, area_type, parent_id, path, search_key, sort_key, source)
         values ($1, '2021-01-01', $2, $3, $4, $2, null, $5, $6, $7, lower($4), 'kiểm thử')
         on conflict do nothing`,
        [id, level, code, name, parent, path, searchKey(name)],
      );
    }
  });
}
