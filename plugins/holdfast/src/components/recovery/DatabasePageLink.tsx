import { useApiHolder } from '@backstage/core-plugin-api';
import {
  routeResolutionApiRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useLocation } from 'react-router-dom';
import { databaseRouteRef } from '../../routes';
import { holdfastTranslationRef } from '../../translation';

/**
 * Leads from a card to the page of the database. Nothing where an app has the card alone, or is on the old frontend system, which cannot say
 * whether it has the page.
 */
export const DatabasePageLink = (props: { databaseId: string }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { pathname } = useLocation();
  const hrefOf = useApiHolder()
    .get(routeResolutionApiRef)
    ?.resolve(databaseRouteRef, { sourcePath: pathname });
  if (!hrefOf) return null;
  return (
    <Link
      variant="body-medium"
      href={hrefOf({ databaseId: encodeURIComponent(props.databaseId) })}
    >
      {t('card.more')}
    </Link>
  );
};
