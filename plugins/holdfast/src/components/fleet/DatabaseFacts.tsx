import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { DatabaseSummary } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import styles from './DatabasePage.module.css';
import { entityName } from '../entityName';

/** Where a database is and whose. */
export const DatabaseFacts = (props: { summary: DatabaseSummary }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const entityHref = useEntityRefLink();
  const { reference, engine, version, operator, owner, system } = props.summary;
  const entity = (ref: string | undefined) =>
    ref && <Link href={entityHref(ref)}>{entityName(ref)}</Link>;
  const facts = [
    { term: t('database.cluster'), fact: reference.cluster },
    { term: t('database.namespace'), fact: reference.namespace },
    {
      term: t('database.engine'),
      fact: [t(`engine.${engine}`), version].filter(Boolean).join(' '),
    },
    { term: t('database.operator'), fact: operator },
    { term: t('database.owner'), fact: entity(owner) },
    { term: t('database.system'), fact: entity(system) },
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ fact }) => fact)
        .map(({ term, fact }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  );
};
