import { readImage } from './images';

describe('readImage', () => {
  // Names and tags as the pages of these images on Docker Hub, Quay and the Red Hat catalogue have them.
  it.each([
    ['postgres', 'postgresql', undefined],
    ['postgres:17.5', 'postgresql', '17.5'],
    ['docker.io/library/postgres:16-alpine', 'postgresql', '16'],
    ['postgis/postgis:16-3.4', 'postgresql', '16'],
    ['timescale/timescaledb:2.17.2-pg16', 'postgresql', '16'],
    ['timescale/timescaledb:latest', 'postgresql', undefined],
    ['timescale/timescaledb-ha:pg16.6-ts2.17.2', 'postgresql', '16.6'],
    ['pgvector/pgvector:0.8.0-pg17', 'postgresql', '17'],
    ['bitnami/postgresql:16.4.0-debian-12-r0', 'postgresql', '16.4.0'],
    ['bitnamilegacy/postgresql-repmgr:16', 'postgresql', '16'],
    ['quay.io/sclorg/postgresql-16-c9s:latest', 'postgresql', '16'],
    ['ghcr.io/zalando/spilo-17:4.0-p2', 'postgresql', '17'],
    ['mysql:8.0.36', 'mysql', '8.0.36'],
    [
      'container-registry.oracle.com/mysql/community-server:8.4',
      'mysql',
      '8.4',
    ],
    ['mysql/mysql-server:8.0', 'mysql', '8.0'],
    ['registry.redhat.io/rhel9/mysql-80', 'mysql', '8.0'],
    ['percona:8.0', 'mysql', '8.0'],
    ['percona/percona-server:8.0.36-28', 'mysql', '8.0.36'],
    ['mariadb:11.4', 'mariadb', '11.4'],
    ['quay.io/sclorg/mariadb-1011-c9s', 'mariadb', '10.11'],
    ['redis:7.2-alpine', 'redis', '7.2'],
    ['redis/redis-stack:7.4.0-v0', 'redis', '7.4.0'],
    ['registry:5000/team/redis@sha256:0123', 'redis', undefined],
    ['valkey/valkey:8.0.1', 'valkey', '8.0.1'],
  ])('knows %s', (image, engine, version) => {
    const read = readImage(image);
    expect([read?.engine, read?.version]).toEqual([engine, version]);
  });

  it.each([
    'oliver006/redis_exporter:v1.58.0',
    'prom/mysqld-exporter',
    'quay.io/prometheuscommunity/postgres-exporter',
    'bitnami/pgbouncer',
    'edoburu/pgbouncer',
    'dpage/pgadmin4',
    'phpmyadmin/phpmyadmin',
    'adminer',
    'mysql/mysql-router',
    'container-registry.oracle.com/mysql/community-operator',
    'bitnami/redis-sentinel:7.2',
    'bitnami/redis-exporter',
    'prodrigestivill/postgres-backup-local',
    'proxysql/proxysql',
    'nginx',
    '',
  ])('does not take %s for a server', image => {
    expect(readImage(image)).toBeUndefined();
  });
});
