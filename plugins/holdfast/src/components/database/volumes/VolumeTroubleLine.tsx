import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DatabaseProtection } from '@holdfast/plugin-holdfast-common';
import { RiErrorWarningFill } from '@remixicon/react';
import { holdfastTranslationRef } from '../../../translation';
import { EvidenceDisclosure, FactLine } from '../../fact';
import { LocalTime } from '../../time';

/** What goes wrong with a volume, why as far as that shows, and Kubernetes' own words. */
export const VolumeTroubleLine = (props: {
  claim: string;
  trouble: DatabaseProtection['volumes'][number]['troubles'][number];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { kind, cause, since, message, evidence } = props.trouble;
  const what = t(`volumes.trouble.${kind}`);
  return (
    <div>
      <FactLine Icon={RiErrorWarningFill} tone="warning" note={message}>
        {what}
        {cause && `: ${t(`volumes.cause.${cause}`)}`}
        {since && (
          <>
            {', '}
            {t('verdict.since', { time: <LocalTime instant={since} /> })}
          </>
        )}
      </FactLine>
      <EvidenceDisclosure of={`${props.claim}, ${what}`} evidence={evidence} />
    </div>
  );
};
