import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiErrorWarningLine, RiLockLine } from '@remixicon/react';
import { messageOf, problemOf } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import { Notice } from './Notice';

/** Why something could not be loaded: refused, with the permission it takes, or failed, with a way to try again. */
export const ProblemNotice = (props: {
  error: Error;
  title: string;
  onRetry: () => void;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  if (problemOf(props.error) === 'refused') {
    return (
      <Notice Icon={RiLockLine} title={t('state.refused.title')}>
        <Text as="p" variant="body-medium" color="secondary">
          {t('state.refused.description')}
        </Text>
      </Notice>
    );
  }
  return (
    <Notice Icon={RiErrorWarningLine} title={props.title} role="alert">
      <Text as="p" variant="body-medium" color="secondary">
        {messageOf(props.error)}
      </Text>
      <Button variant="secondary" size="small" onPress={props.onRetry}>
        {t('state.retry')}
      </Button>
    </Notice>
  );
};
