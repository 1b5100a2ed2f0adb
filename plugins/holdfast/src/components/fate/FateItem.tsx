import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { SharedFatePage } from '@holdfast/plugin-holdfast-common';
import {
  RemixiconComponentType,
  RiCloseCircleFill,
  RiErrorWarningFill,
  RiInformationLine,
} from '@remixicon/react';
import { holdfastTranslationRef } from '../../translation';
import { FactLine } from '../fact';
import { Tone } from '../verdict';
import { FateMembers } from './FateMembers';
import styles from './SharedFatePage.module.css';

type Fate = SharedFatePage['items'][number];

function lookOf(fate: Fate): { Icon: RemixiconComponentType; tone: Tone } {
  if (fate.nothingLeft > 0) {
    return { Icon: RiCloseCircleFill, tone: 'negative' };
  }
  return fate.withoutBackups > 0
    ? { Icon: RiErrorWarningFill, tone: 'warning' }
    : { Icon: RiInformationLine, tone: 'neutral' };
}

/** One thing that databases stand on, with how much goes down with it; opened, the databases that one may see. */
export const FateItem = (props: { fate: Fate }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { fate } = props;
  const { nothingLeft, withoutBackups, down, databases } = fate;
  const counts = [
    nothingLeft > 0 && t('fate.nothingLeft', { count: nothingLeft }),
    withoutBackups > 0 && t('fate.withoutBackups', { count: withoutBackups }),
    down > 0 && t('fate.down', { count: down }),
  ].filter(Boolean);
  return (
    <Accordion>
      <AccordionTrigger>
        <span className={styles.trigger}>
          <FactLine
            {...lookOf(fate)}
            note={[t('fate.databases', { count: databases }), ...counts].join(
              ' ',
            )}
          >
            {t(`fate.kind.${fate.kind}`)}{' '}
            <span className={styles.name}>{fate.name}</span>
          </FactLine>
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        <div className={styles.members}>
          <FateMembers fate={fate} />
        </div>
      </AccordionPanel>
    </Accordion>
  );
};
