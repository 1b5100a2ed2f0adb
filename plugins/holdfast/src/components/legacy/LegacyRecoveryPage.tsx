import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FullPage, PluginHeader } from '@backstage/ui';
import { RiLifebuoyLine } from '@remixicon/react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { rootRouteRef } from '../../routes';
import { holdfastTranslationRef } from '../../translation';
import { ClustersPage } from '../clusters';
import { SharedFatePage } from '../fate';
import { DatabasesRoutes } from '../fleet';
import { SharedQueryProvider } from '../../queries';

/** The Recovery page with the shell that the new frontend system puts around it by itself. */
export const LegacyRecoveryPage = () => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  return (
    <SharedQueryProvider>
      <PluginHeader
        title={t('page.title')}
        icon={<RiLifebuoyLine />}
        titleLink={root}
        tabs={[
          {
            id: 'databases',
            label: t('page.databases'),
            href: `${root}/databases`,
          },
          {
            id: 'shared-fate',
            label: t('page.sharedFate'),
            href: `${root}/shared-fate`,
          },
          {
            id: 'clusters',
            label: t('page.clusters'),
            href: `${root}/clusters`,
          },
        ]}
      />
      <FullPage>
        <Routes>
          <Route index element={<Navigate to="databases" replace />} />
          <Route path="databases/*" element={<DatabasesRoutes />} />
          <Route path="shared-fate" element={<SharedFatePage />} />
          <Route path="clusters" element={<ClustersPage />} />
        </Routes>
      </FullPage>
    </SharedQueryProvider>
  );
};
