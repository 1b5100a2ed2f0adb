import { formatUtc } from './formatInstant';
import { formatRelative } from './formatRelative';
import { useLocale } from './useLocale';
import { useNow } from './useNow';

/** How long ago something was, counting on. */
export const RelativeTime = (props: { instant: string }) => {
  const now = useNow();
  const locale = useLocale();
  return (
    <time dateTime={props.instant} title={formatUtc(props.instant)}>
      {formatRelative({ instant: props.instant, now, locale })}
    </time>
  );
};
