import { ConfigReader } from '@backstage/config';
import { readMetricsSources } from './MetricsSource';

const url = 'https://prometheus.example.com';

const read = (...metrics: object[]) =>
  readMetricsSources(new ConfigReader({ holdfast: { metrics } }));

describe('readMetricsSources', () => {
  it('reads what there is', () => {
    expect(
      read({
        clusters: ['eu', 'us'],
        url: `${url}/`,
        labels: { kubernetes_cluster: 'k8s-{cluster}' },
        auth: { token: 'abc' },
      }),
    ).toEqual([
      {
        clusters: ['eu', 'us'],
        url,
        labels: { kubernetes_cluster: 'k8s-{cluster}' },
        authorization: 'Bearer abc',
      },
    ]);
    expect(read()).toEqual([]);
  });

  it('needs no label for one cluster', () => {
    expect(read({ clusters: ['eu'], url })).toMatchObject([{ labels: {} }]);
  });

  it.each([[undefined], [{}], [{ environment: 'production' }]])(
    'refuses several clusters that nothing tells apart: labels %j',
    labels => {
      expect(() => read({ clusters: ['eu', 'us'], url, labels })).toThrow(
        /holdfast\.metrics\[0\]\.labels is .*, but 2 clusters share the source; .*\{"kubernetes_cluster": "\{cluster\}"\}/,
      );
    },
  );

  it('refuses a cluster that two sources answer for', () => {
    expect(() =>
      read({ clusters: ['eu'], url }, { clusters: ['eu'], url }),
    ).toThrow(
      "holdfast.metrics[1].clusters names 'eu', which holdfast.metrics[0] does, too",
    );
  });

  it('refuses an address that is none', () => {
    expect(() => read({ clusters: ['eu'], url: 'prometheus:9090' })).toThrow(
      "holdfast.metrics[0].url is 'prometheus:9090'",
    );
  });
});
