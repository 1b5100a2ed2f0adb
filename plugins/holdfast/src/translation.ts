import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersMessages } from './components/clusters/clustersMessages';
import { connectMessages } from './components/connect/connectMessages';
import { costMessages } from './components/form/cost/costMessages';
import { historyMessages } from './components/database/history/historyMessages';
import { deletionMessages } from './components/database/deletion/deletionMessages';
import { restoresMessages } from './components/database/restores/restoresMessages';
import { volumesMessages } from './components/database/volumes/volumesMessages';
import { fateMessages } from './components/fate/fateMessages';
import { fleetMessages } from './components/fleet/fleetMessages';
import { formMessages } from './components/form/formMessages';
import { holdingMessages } from './components/holding/holdingMessages';
import { previewMessages } from './components/form/preview/previewMessages';
import { proofMessages } from './components/proof/proofMessages';
import { recoveryMessages } from './components/recovery/recoveryMessages';
import {
  copiesMessages,
  scoreMessages,
} from './components/score/scoreMessages';

/**
 * All words of the interface, by their keys.
 *
 * @public
 */
export const holdfastMessages = {
  verdict: {
    unprotected: {
      name: 'Unprotected',
      meaning: 'There is nothing to restore from.',
    },
    unknown: {
      name: 'Unknown',
      meaning: 'The facts that would decide are missing or stale.',
    },
    'at-risk': {
      name: 'At risk',
      meaning: 'It can be restored, but an objective is missed or close.',
    },
    protected: {
      name: 'Protected',
      meaning: 'It can be restored, and every objective is met.',
    },
    proven: {
      name: 'Proven',
      meaning: 'A restore of it succeeded, and every objective is met.',
    },
    exempt: {
      name: 'Exempt',
      meaning: 'By objective it need not be recoverable.',
    },
    protectedByWaiver:
      'It can be restored; what stands against it is accepted for now.',
    protectedBut: '{{meaning}} {{finding}}',
    exemptBecause: 'By objective it need not be recoverable: {{reason}}',
    since: 'since {{time}}',
    stale: 'stale',
  },
  severity: {
    critical: 'Critical',
    warning: 'Warning',
    info: 'Note',
  },
  disruption: {
    instance: 'an instance fails',
    zone: 'a zone is lost',
    region: 'the region is lost',
    data: 'data is deleted or corrupted',
  },
  ...recoveryMessages,
  proof: proofMessages,
  holding: holdingMessages,
  score: scoreMessages,
  copies: copiesMessages,
  restores: restoresMessages,
  history: historyMessages,
  volumes: volumesMessages,
  deletion: deletionMessages,
  fate: fateMessages,
  evidence: {
    hidden:
      'You may see the verdict, but not its evidence. The permission for that is holdfast.evidence.read.',
    notThere: 'not there',
    observedAt: 'seen at {{time}}',
    copy: 'Copy as a kubectl command',
    copied: 'Copied',
  },
  state: {
    retry: 'Try again',
    loading: 'Loading',
    refreshFailed: 'Could not refresh. This is what was read last.',
    failed: {
      title: 'The recovery verdict could not be loaded',
    },
    refused: {
      title: 'You may not see this',
      description:
        'It needs the permission holdfast.database.read. Ask whoever looks after the portal.',
    },
    noDatabase: {
      title: 'No database is known for this entity',
      annotations:
        'Check that the annotations holdfast.io/cluster, holdfast.io/namespace, holdfast.io/kind and holdfast.io/name name an object that exists.',
      annotated:
        'Its annotations name {{id}}. Check that this object exists and that its cluster is among those that Holdfast reads.',
      cluster:
        'A database that was just created appears as soon as its cluster has been read.',
    },
    noSuchDatabase: {
      title: 'There is no such database',
      description:
        'None with the id {{id}} is known. It may have been deleted, or its cluster is not among those that Holdfast reads.',
    },
  },
  page: {
    title: 'Recovery',
    databases: 'Databases',
    clusters: 'Clusters',
    sharedFate: 'Shared fate',
  },
  pager: {
    label: 'Pages',
    previous: 'Previous page',
    next: 'Next page',
  },
  fleet: fleetMessages,
  engine: {
    postgresql: 'PostgreSQL',
    redis: 'Redis',
    valkey: 'Valkey',
    mysql: 'MySQL',
    mariadb: 'MariaDB',
  },
  database: {
    all: 'All databases',
    cluster: 'Cluster',
    namespace: 'Namespace',
    engine: 'Engine',
    operator: 'Operator',
    owner: 'Owner',
    system: 'System',
    tabs: {
      label: 'What is known of the database',
      recovery: 'Recovery',
      restores: 'Restores',
      history: 'History',
      score: 'Score',
      volumes: 'Volumes',
      deletion: 'Deletion',
    },
  },
  connect: connectMessages,
  form: formMessages,
  preview: previewMessages,
  cost: costMessages,
  clusters: clustersMessages,
} as const;

/**
 * All words of the interface, to be replaced or translated.
 *
 * @remarks
 * The type is the inferred one. It is named, since the compiler writes the inferred one out in an order that moves with other files, and
 * the API report with it.
 *
 * @public
 */
export const holdfastTranslationRef: ReturnType<
  typeof createTranslationRef<
    'plugin.holdfast',
    typeof holdfastMessages,
    Record<string, never>
  >
> = createTranslationRef({ id: 'plugin.holdfast', messages: holdfastMessages });
