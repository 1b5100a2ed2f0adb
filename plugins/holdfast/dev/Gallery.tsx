import { Entity } from '@backstage/catalog-model';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { Container, Grid, Text } from '@backstage/ui';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { holdfastApiRef } from '../src/api';
import { RecoveryCard } from '../src/components/recovery';
import { createQueryClient, QueryProvider } from '../src/queries';
import { entityOf, fleetAt } from '../src/__testUtils__';
import { states } from './states';

const summaries = fleetAt(Date.now()).databases.map(({ summary }) => summary);

const Case = (props: { title: string; state: string; entity: Entity }) => {
  const [api] = useState(states[props.state]);
  const [client] = useState(createQueryClient);
  return (
    <section>
      <Text as="h2" variant="title-x-small">
        {props.title}
      </Text>
      <TestApiProvider apis={[[holdfastApiRef, api]]}>
        <QueryProvider client={client}>
          <EntityProvider entity={props.entity}>
            <RecoveryCard />
          </EntityProvider>
        </QueryProvider>
      </TestApiProvider>
    </section>
  );
};

/** Every verdict of the fleet, then every other state of the card. */
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
          />
        ))}
        {Object.keys(states)
          .filter(state => state !== 'usual')
          .map(state => (
            <Case key={state} title={state} state={state} entity={orders} />
          ))}
        <Case
          title="no annotations"
          state="empty"
          entity={{ ...orders, metadata: { name: 'orders-db' } }}
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
      />
    </Container>
  ) : null;
};
