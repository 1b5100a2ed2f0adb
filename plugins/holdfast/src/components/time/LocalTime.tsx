import { formatInstant, formatUtc } from './formatInstant';
import { useLocale } from './useLocale';

/** A moment in the user's time zone; in UTC when pointed at. */
export const LocalTime = (props: { instant: string; seconds?: boolean }) => {
  const locale = useLocale();
  return (
    <time dateTime={props.instant} title={formatUtc(props.instant)}>
      {formatInstant({ ...props, now: Date.now(), locale })}
    </time>
  );
};
