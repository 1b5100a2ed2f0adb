import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { InputProblem } from '@holdfast/plugin-holdfast-common';
import { RiErrorWarningLine } from '@remixicon/react';
import { holdfastTranslationRef } from '../../../translation';
import { Notice } from '../../states';
import styles from './RefusedInputs.module.css';

/** What the API refused, field by field. */
export const RefusedInputs = (props: { problems: InputProblem[] }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { problems } = props;
  return (
    <Notice
      Icon={RiErrorWarningLine}
      role="alert"
      title={t('preview.refused.title', { count: problems.length })}
    >
      <dl className={styles.problems}>
        {problems.map(({ field, message }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>{message}</dd>
          </div>
        ))}
      </dl>
      <Text as="p" variant="body-medium" color="secondary">
        {t('preview.refused.description')}
      </Text>
    </Notice>
  );
};
