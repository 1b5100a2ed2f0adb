import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AcceptedRisk } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { entityName } from '../entityName';
import { LocalTime } from '../time';

/** Until when, by whom and why a finding is accepted. */
export const WaiverWords = (props: { waived: AcceptedRisk }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { reason, until, by, origin } = props.waived;
  const time = <LocalTime instant={until} />;
  if (by) return t('waived.by', { time, reason, person: entityName(by) });
  return origin.level === 'portal'
    ? t('waived.until', { time, reason })
    : t('waived.inGit', { time, reason, where: origin.reference });
};
