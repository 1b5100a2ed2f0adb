import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { holdfastTranslationRef } from '../../translation';
import { Section } from '../card';
import { LocalTime } from '../time';
import { askedOf, ConnectionChoice, credentialOf } from './choice';
import { Fact, Facts } from './Facts';
import { Named } from './Named';
import { Remark } from './Remark';
import { useObstacle } from './useObstacle';

/** Which Secret to log in with, by its name and keys; and why none will do. */
export const CredentialSection = (props: {
  choice: ConnectionChoice;
  operator: string;
  follows?: string;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { choice, operator, follows } = props;
  const { role } = choice;
  const credential = credentialOf(choice);
  const obstacle = useObstacle(choice, follows);
  return (
    <Section title={t('connect.credentials.title')}>
      <Facts>
        {credential && (
          <>
            <Fact name={t('connect.credentials.secret')}>
              <Named
                name={credential.secret}
                what={credential.secret}
                about={t(`connect.credentials.made.${credential.madeBy}`, {
                  operator,
                })}
              />
            </Fact>
            <Fact name={t('connect.credentials.keys')}>
              <ul>
                {credential.keys.map(({ key, holds }) => (
                  <li key={key}>
                    <Named
                      name={key}
                      about={
                        key === holds
                          ? undefined
                          : t(`connect.credentials.holds.${holds}`)
                      }
                    />
                  </li>
                ))}
              </ul>
            </Fact>
          </>
        )}
        {credential?.expiresAt && (
          <Fact name={t('connect.credentials.until')}>
            <LocalTime instant={credential.expiresAt} />
          </Fact>
        )}
        {role?.validUntil && (
          <Fact name={t('connect.credentials.validUntil')}>
            <LocalTime instant={role.validUntil} />
          </Fact>
        )}
        {role && role.memberOf.length > 0 && (
          <Fact name={t('connect.credentials.memberOf')}>
            <Named name={role.memberOf.join(', ')} />
          </Fact>
        )}
      </Facts>
      {obstacle && <Remark warns>{obstacle}</Remark>}
      {credential?.problem && (
        <Remark warns>
          {t('connect.credentials.problem', { problem: credential.problem })}
        </Remark>
      )}
      {role?.problem && (
        <Remark warns>
          {t('connect.credentials.roleProblem', { problem: role.problem })}
        </Remark>
      )}
      {role && credential && askedOf(choice) === undefined && (
        <Remark>
          {t('connect.credentials.uncertain', { role: role.name })}
        </Remark>
      )}
      {credential && <Remark>{t('connect.credentials.neverRead')}</Remark>}
    </Section>
  );
};
