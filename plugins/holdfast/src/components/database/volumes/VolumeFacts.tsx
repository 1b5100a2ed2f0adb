import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DatabaseProtection,
  formatBytes,
} from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../../translation';
import { LocalTime } from '../../time';
import { FactGrid } from '../FactGrid';

/** What a volume is, as far as its claim, class and metrics tell. */
export const VolumeFacts = (props: {
  volume: DatabaseProtection['volumes'][number];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { volume } = props;
  const { capacityBytes, requestedBytes, usedBytes, unusedSince } = volume;
  const size = capacityBytes ?? requestedBytes;
  const yesNo = (value: boolean | undefined) =>
    value === undefined
      ? undefined
      : t(value ? 'window.table.yes' : 'window.table.no');
  const used = () => {
    if (usedBytes === undefined) return t('attained.notKnown');
    const bytes = formatBytes(usedBytes);
    return size
      ? t('volumes.usedOf', {
          used: bytes,
          percent: String(Math.round((usedBytes / size) * 100)),
        })
      : bytes;
  };
  return (
    <FactGrid
      facts={[
        { term: t('volumes.holds'), fact: t(`volumes.role.${volume.role}`) },
        { term: t('volumes.instance'), fact: volume.instance },
        {
          term: t('volumes.size'),
          fact: size === undefined ? undefined : formatBytes(size),
        },
        { term: t('volumes.used'), fact: used() },
        { term: t('volumes.class'), fact: volume.storageClass },
        { term: t('volumes.reclaimPolicy'), fact: volume.reclaimPolicy },
        { term: t('volumes.accessModes'), fact: volume.accessModes },
        {
          term: t('volumes.encrypted'),
          fact: yesNo(volume.encrypted) ?? t('attained.notKnown'),
        },
        { term: t('volumes.nodeLocal'), fact: yesNo(volume.nodeLocal) },
        {
          term: t('volumes.unusedSince'),
          fact: unusedSince && <LocalTime instant={unusedSince} />,
        },
      ]}
    />
  );
};
