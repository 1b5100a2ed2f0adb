import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import {
  databaseNamed,
  FleetApi,
  fleetAt,
  fleetWith,
  VariantName,
} from '../../__testUtils__';
import { holdfastApiRef } from '../../api';
import { createQueryClient, QueryProvider } from '../../queries';
import { HoldingSection } from './HoldingSection';

const now = Date.now();
const { id } = databaseNamed(fleetAt(now), 'orders-db').summary;

function renderHolding(variant: VariantName) {
  renderInTestApp(
    <QueryProvider client={createQueryClient()}>
      <HoldingSection databaseId={id} />
      <p>after it</p>
    </QueryProvider>,
    {
      apis: [[holdfastApiRef, new FleetApi(() => fleetWith(variant, now))]],
    },
  );
}

const lineOf = async (claim: string) => {
  const name = await screen.findByText(claim);
  return name.parentElement?.parentElement;
};

describe('HoldingSection', () => {
  it('says of Redis what it writes, and how far behind that may be', async () => {
    renderHolding('redis with a log');
    const words = await screen.findByText(/AOF, flushed every second/);
    expect(words).toHaveTextContent(
      'AOF, flushed every second; RDB 3 minutes ago, 412 changes since',
    );
    expect(
      screen.getByText('It stays in a volume of its own.'),
    ).toBeInTheDocument();
  });

  it('says of an ephemeral one that it goes with the pod', async () => {
    renderHolding('redis, ephemeral');
    expect(
      await screen.findByText('No AOF; RDB within 15 min of a change'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^What is written goes with the pod\. Keys are thrown/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/lies on no volume of its own, and goes with the pod/),
    ).toBeInTheDocument();
  });

  it('says that a volume was skipped, and which backup holds it', async () => {
    renderHolding('velero skipped a volume');
    expect(await lineOf('orders-db-1')).toHaveTextContent(
      /skipped, 10 hours ago by nightly-20261119 \(Velero, moved snapshot\): no DataUpload of it.*Before that: moved to the store, 1 day ago/,
    );
  });

  it('does not call held what is torn or only intended', async () => {
    renderHolding('velero skipped a volume');
    expect(await lineOf('orders-db-1-wal')).toHaveTextContent(
      /\(WAL\): uploaded to the store; torn/,
    );
    const intended = await lineOf('orders-db-2');
    expect(intended).toHaveTextContent(
      /intended, nothing shows that it was taken/,
    );
    expect(intended?.closest('[data-tone]')).toHaveAttribute(
      'data-tone',
      'neutral',
    );
  });

  it('is silent where backups are not of volumes', async () => {
    renderHolding('proven by a report');
    expect(await screen.findByText('after it')).toBeInTheDocument();
    expect(screen.queryByText('What holds the bytes')).not.toBeInTheDocument();
  });
});
