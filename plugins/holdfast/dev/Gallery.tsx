import { Entity } from '@backstage/catalog-model';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { Container, Grid, Text } from '@backstage/ui';
import { ComponentType, useState } from 'react';
import { useParams } from 'react-router-dom';
import { holdfastApiRef } from '../src/api';
import { ConnectCard } from '../src/components/connect';
import { RecoveryCard } from '../src/components/recovery';
import { createQueryClient, QueryProvider } from '../src/queries';
import { entityOf, fleetAt } from '../src/__testUtils__';
import { states, variants } from './states';

const summaries = fleetAt(Date.now()).databases.map(({ summary }) => summary);

const Case = (props: {
  title: string;
  state: string;
  entity: Entity;
  Card: ComponentType;
}) => {
  const [api] = useState({ ...states, ...variants }[props.state]);
  const [client] = useState(createQueryClient);
  return (
    <section>
      <Text as="h2" variant="title-x-small">
        {props.title}
      </Text>
      <TestApiProvider apis={[[holdfastApiRef, api]]}>
        <QueryProvider client={client}>
          <EntityProvider entity={props.entity}>
            <props.Card />
          </EntityProvider>
        </QueryProvider>
      </TestApiProvider>
    </section>
  );
};

/** Every verdict of the fleet, then every other state of each card. */
export const Gallery = () => {
  const orders = entityOf(
    summaries.find(({ reference }) => reference.name === 'orders-db') ??
      summaries[0],
  );
  return (
    <Container>
      <Grid.Root columns={{ initial: '1', md: '2', xl: '3' }} gap="6">
        {summaries.map(summary => (
          <Case
            key={summary.id}
            title={`${summary.verdict}: ${summary.reference.name}`}
            state="usual"
            entity={entityOf(summary)}
            Card={RecoveryCard}
          />
        ))}
        {[RecoveryCard, ConnectCard].flatMap(Card =>
          Object.keys(states).map(state => (
            <Case
              key={`${Card.name} ${state}`}
              title={`${Card.name}: ${state}`}
              state={state}
              entity={orders}
              Card={Card}
            />
          )),
        )}
        {Object.keys(variants).map(name => (
          <Case
            key={name}
            title={name}
            state={name}
            entity={orders}
            Card={RecoveryCard}
          />
        ))}
        <Case
          title="no annotations"
          state="empty"
          entity={{ ...orders, metadata: { name: 'orders-db' } }}
          Card={RecoveryCard}
        />
      </Grid.Root>
    </Container>
  );
};

/** What an entity page would show of us. */
export const EntityStandIn = () => {
  const { kind, namespace, name } = useParams();
  const summary = summaries.find(
    ({ entityRef }) => entityRef === `${kind}:${namespace}/${name}`,
  );
  return summary ? (
    <Container>
      <Case
        title={summary.reference.name}
        state="usual"
        entity={entityOf(summary)}
        Card={RecoveryCard}
      />
    </Container>
  ) : null;
};
