/** What the Connect card says. */
export const connectMessages = {
  title: 'Connect',
  loading: 'Loading how to connect',
  failed: 'How to connect could not be loaded',
  refreshFailed: 'Could not refresh. This is how it stood at {{time}}.',
  unknown: {
    title: 'How to connect is not known',
    description:
      'What reads {{operator}} says nothing of services and credentials.',
  },
  noEndpoint: {
    title: 'There is no Service to connect to',
    description:
      'The ones that the operator makes of itself are switched off, and there are no others.',
  },
  gap: {
    title: 'Some of this is not known',
    pools: 'There may be connection pools: {{message}}',
    databases: 'There may be more databases: {{message}}',
    roles: 'There may be more roles: {{message}}',
  },
  follows:
    'It is a copy of {{source}} and takes no writes. Its roles and their passwords are those of {{source}}.',
  choice: {
    endpoint: 'Endpoint',
    database: 'Database',
    role: 'Role',
    noDatabase: 'none is known',
    noRole: 'none is known',
    pool: '{{service}} · pool',
    closed: '{{name}} · closed',
    superuser: '{{name}} · superuser',
  },
  address: {
    title: 'Address',
    host: 'Host',
    inNamespace: 'in namespace {{namespace}}',
    everywhere: 'in all namespaces',
    port: 'Port',
    behind: 'Behind it',
    database: 'Database',
    primary: 'the primary, which takes writes',
    primaryReadOnly: 'the first instance; it takes no writes',
    replicas_one: '{{count}} replica, read only',
    replicas_other: '{{count}} replicas, read only',
    replicasUncounted: 'the replicas, read only',
    any: 'all instances, to read',
    pool: {
      session: 'through a pool by session',
      transaction: 'through a pool by transaction',
      unknown: 'through a pool',
    },
    external: 'Service of type {{type}}: it can be reached from outside, too.',
    nobody: 'Nothing answers there: no instance is to stand behind it.',
    poolNobody: 'Nothing answers there: the pool has no process.',
    poolPaused: 'The pool is paused: new connections wait.',
    poolProblem: 'The pool does not work: {{problem}}',
    byTransaction:
      'A connection is shared between transactions: no session settings, temporary tables, LISTEN or advisory locks that outlive one.',
    closed: 'This database lets nobody in.',
    databaseAssumed:
      'That there is a database {{name}} is the operator’s convention; a copy has what its source has.',
    databaseProblem:
      'The operator could not make this database so: {{problem}}',
  },
  credentials: {
    title: 'Credentials',
    secret: 'Secret',
    keys: 'Keys',
    made: {
      operator: 'made by {{operator}}',
      others: 'made elsewhere; {{operator}} is told its name',
    },
    until: 'Certificate until',
    validUntil: 'Password until',
    memberOf: 'Member of',
    neverRead:
      'Holdfast reads no Secrets. The name and keys are what the operator’s conventions and the manifests say.',
    none: 'No Secret is known for this role.',
    noneOfCopy:
      'No Secret lies beside a copy. The password is the one of {{source}}.',
    noPassword:
      '{{role}} has no password, and the pool asks for one. Connect without the pool.',
    wantsPassword:
      '{{role}} is asked for a password, and only a certificate is known: pg_hba has no rule that takes it.',
    wantsCertificate:
      '{{role}} is asked for a client certificate, and none is known.',
    refused: 'The database refuses {{role}} by its pg_hba.',
    other:
      '{{role}} is asked for something that is in no Secret here, such as LDAP.',
    uncertain:
      'What {{role}} is asked for depends on where it comes from or on the database.',
    problem: 'The Secret may not be there: {{problem}}',
    roleProblem: 'The operator could not make this role so: {{problem}}',
    holds: {
      username: 'user',
      password: 'password',
      host: 'host',
      port: 'port',
      database: 'database',
      uri: 'URI',
      'jdbc-uri': 'JDBC URI',
      'password-file': 'password file',
      certificate: 'certificate',
      'private-key': 'private key',
    },
  },
  ways: {
    label: 'Ways to connect',
    pod: 'In a pod',
    local: 'From your machine',
    certificate: 'Certificate',
  },
  pod: {
    code: 'Environment of a container',
    namespace:
      'For a pod in namespace {{namespace}}: Secrets cannot be used from another one.',
  },
  local: {
    forward: 'Forward a port, and leave it running',
    forwardNote:
      'It leads to one pod and ends when that goes: start it again after a failover.',
    context:
      'Where your kubeconfig has another name for cluster {{cluster}}, put that after --context.',
    files: 'Fetch what the connection is checked with',
    filesNote: 'It takes the right to read these Secrets.',
    psql: 'Connect with psql',
    variables: 'Or as variables',
  },
  certificate: {
    authority: 'Authority',
    key: 'key {{key}} of Secret {{secret}}',
    until: 'Valid until',
    sslMode: 'Check',
    mode: {
      full: 'authority and host name (sslmode=verify-full)',
      authority: 'the authority alone (sslmode=verify-ca)',
      none: 'none possible (sslmode=require)',
      off: 'there is no TLS (sslmode=disable)',
    },
    names: 'Host names',
    namesUnknown:
      'Its host names are not known, since it was made elsewhere. If it lacks this host, the full check fails; sslmode=verify-ca leaves the name out.',
    notCovered:
      'It does not cover {{service}}: the pool shows the certificate of the database. The full check needs that name in the certificate’s alternative names.',
    authorityUnknown:
      'The pool shows a certificate of its own. Who signed it is not known here.',
    tls: {
      required: 'Connections without TLS are refused.',
      offered: 'Connections without TLS are let in too: ask for it.',
      off: 'The pool does not speak TLS.',
      unknown: 'Whether connections without TLS are let in is not known.',
    },
    renewed:
      'The operator renews it: mount the Secret rather than copying it, and expect the file to change.',
    privateKey:
      'The Secret holds the authority’s private key too. Mount key {{key}} alone, and let nobody read the rest.',
    client:
      '{{role}} proves who it is with the certificate in Secret {{secret}}, which is renewed as well.',
    clientPool:
      'A client certificate ends at the pool, which asks for a password.',
  },
  copy: 'Copy {{what}}',
  copied: 'Copied',
  copyFailed: 'Could not copy',
} as const;
