import { NATION_ID } from '@benvung/domain/territory/admin-unit';
import { Link } from '@tanstack/react-router';
import { LoadedLists, LoadPlaceList, LoadUnitList } from '../../features/territory/load-lists.tsx';
import { territoryWords } from '../../features/territory/territory.words.ts';
import { useWords } from '../../platform/i18n.ts';
import { MissingPage } from '../../platform/missing-page.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { platformWords } from '../../platform/platform.words.ts';
import { Notice } from '../../ui/notice.tsx';
import { useSession } from '../session-context.ts';
import styles from './territory.module.css';

/** "Danh mục nào cần nạp, và tệp này sẽ đổi gì?" */
export function TerritoryLoadPage() {
  const t = useWords(territoryWords);
  const shared = useWords(platformWords);
  const session = useSession();
  const areas = session.roles.filter(({ role }) => role === 'administrator').map(({ unit }) => unit.id);
  const wayBack = <Link to="/dia-ban">{t('toTerritory')}</Link>;
  if (areas.length === 0) return <MissingPage title={shared('notFoundTitle')} wayBack={wayBack} />;
  return (
    <>
      {wayBack}
      <PageHeading>{t('loadTitle')}</PageHeading>
      <div className={styles.loads}>
        {areas.includes(NATION_ID) ? (
          <LoadUnitList today={session.today} />
        ) : (
          <Notice kind="note" title={t('onlyNation')} />
        )}
        <LoadPlaceList list="designations" />
        <LoadPlaceList list="local-groups" />
        <LoadedLists />
      </div>
    </>
  );
}
