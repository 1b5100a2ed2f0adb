import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  VisuallyHidden,
} from '@backstage/ui';
import {
  formatBytes,
  formatDuration,
  RestoreEntry,
} from '@holdfast/plugin-holdfast-common';
import { RiCheckboxCircleFill, RiCloseCircleFill } from '@remixicon/react';
import { holdfastTranslationRef } from '../../../translation';
import { EvidenceList } from '../../evidence';
import { FactLine } from '../../fact';
import { RestoreWords } from '../../proof';
import { LocalTime } from '../../time';
import { FactGrid } from '../FactGrid';
import { CheckTable } from './CheckTable';
import styles from './RestoreItem.module.css';

/** One restore; opened, what is known of it, what was asked of its data, and where that was read. */
export const RestoreItem = (props: { restore: RestoreEntry }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { restore } = props;
  const { outcome, seconds, estimatedSeconds, bytes, target } = restore;
  const succeeded = outcome === 'succeeded';
  const instant = (moment: string | undefined) =>
    moment && <LocalTime instant={moment} seconds />;
  const facts = [
    {
      term: t('restores.purpose'),
      fact: t(`restores.purposes.${restore.purpose}`),
    },
    { term: t('restores.startedAt'), fact: instant(restore.startedAt) },
    { term: t('restores.readyAt'), fact: instant(restore.readyAt) },
    {
      term: t('restores.took'),
      fact: seconds === undefined ? undefined : formatDuration(seconds),
    },
    {
      term: t('restores.estimated'),
      fact:
        estimatedSeconds === undefined
          ? undefined
          : formatDuration(estimatedSeconds),
    },
    {
      term: t('restores.size'),
      fact: bytes === undefined ? undefined : formatBytes(bytes),
    },
    { term: t('restores.backup'), fact: restore.backup },
    {
      term: t('restores.recoveryTarget'),
      fact: instant(restore.recoveryTarget),
    },
    {
      term: t('restores.target'),
      fact: target && `${target.kind} ${target.name}`,
    },
    {
      term: t('restores.known'),
      fact:
        restore.origin === 'reported'
          ? t('restores.reportedBy', { principal: restore.reportedBy ?? '?' })
          : t('restores.seen'),
    },
  ];
  return (
    <Accordion>
      <AccordionTrigger>
        <span className={styles.trigger}>
          <FactLine
            Icon={succeeded ? RiCheckboxCircleFill : RiCloseCircleFill}
            tone={succeeded ? 'positive' : 'negative'}
            note={restore.incarnation === 'other' && t('restores.earlier')}
          >
            <VisuallyHidden>
              {t(`restores.outcome.${outcome}`)}:{' '}
            </VisuallyHidden>
            <RestoreWords restore={restore} />
          </FactLine>
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        <div className={styles.details}>
          <FactGrid facts={facts} />
          {restore.checks.length > 0 && <CheckTable checks={restore.checks} />}
          {restore.evidence.length > 0 && (
            <EvidenceList evidence={restore.evidence} />
          )}
        </div>
      </AccordionPanel>
    </Accordion>
  );
};
