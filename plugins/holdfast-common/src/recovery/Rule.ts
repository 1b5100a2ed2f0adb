import { Database, Disruption, Objective } from '../model';
import {
  AttainedRpo,
  AttainedRto,
  Contact,
  RecoveryWindow,
} from './Assessment';
import { Assumptions } from './Assumptions';
import { ArchivingProgress } from './backups/archivingProgress';
import { DiskContent } from './backups/diskContent';
import { StandingOrders } from './backups/standingOrders';
import { UsableBackups } from './backups/usableBackups';
import { Clock } from './Clock';
import { Finding } from './Finding';
import { Survivors } from './survivors/survivorsOf';

/**
 * What every rule may look at. Derived facts are worked out once, before the first rule.
 *
 * @public
 */
export interface RuleContext {
  database: Database;
  objective: Objective;
  basis: 'observed' | 'declared';
  /**
   * The time of the facts, and the only way to ask for it: it notes at which moment the answer would be another one. It stands still
   * while contact to the cluster is lost.
   */
  clock: Clock;
  /** The time outside, which goes on when contact is lost. */
  wallClock: Clock;
  contact: Contact;
  assumptions: Assumptions;
  usable: UsableBackups;
  archiving: ArchivingProgress;
  /** Of a server that works in memory: what lies on its disk. */
  disk?: DiskContent;
  /** The schedules, as their operator reads them. */
  orders: StandingOrders;
  /** Replicas left when the node or the zone of the primary is lost. */
  survivors: Record<'node' | 'zone', Survivors>;
  window?: RecoveryWindow;
  rpo: Record<Disruption, AttainedRpo>;
  rto: Record<Disruption, AttainedRto>;
}

/**
 * One judgement about a database. Pure and total: it never throws, whatever the facts look like.
 *
 * @public
 */
export interface Rule {
  /** `area/kebab-name`, the name of its file. */
  id: string;
  /** A few words, as a heading. */
  title: string;
  /** What it looks at and why it matters, in one sentence, for the rule's page in the documentation. */
  description: string;
  /**
   * What it looks at: `facts` that only a running database has, or the `arrangement` that manifests tell as well. Only the latter are
   * asked about manifests.
   */
  judges: 'facts' | 'arrangement';
  /** `false`: it tells whether something can be restored at all, which nobody can accept away; see docs/waivers.md. Default: true. */
  waivable?: boolean;
  evaluate(context: RuleContext): Finding | Finding[] | undefined;
}
