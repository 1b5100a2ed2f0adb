import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Preview } from '@holdfast/plugin-holdfast-common';
import { ReactNode } from 'react';
import { holdfastTranslationRef } from '../../../translation';
import styles from './PriceOrigin.module.css';

type PriceSource = NonNullable<Preview['cost']>['lines'][number]['source'];

/** A price that leads to where it was read, and says so when pointed at. */
export const PriceOrigin = (props: {
  source: PriceSource;
  children: ReactNode;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { title, url, asOf, old, verified, note } = props.source;
  const words = [
    asOf ? t('cost.source.asOf', { title, asOf }) : title,
    !verified && t('cost.source.unverified'),
    old && t('cost.source.old'),
    note,
  ]
    .filter(Boolean)
    .join('. ');
  return url ? (
    <Link
      className={styles.link}
      href={url}
      target="_blank"
      rel="noreferrer"
      title={words}
    >
      {props.children}
    </Link>
  ) : (
    <span title={words}>{props.children}</span>
  );
};
