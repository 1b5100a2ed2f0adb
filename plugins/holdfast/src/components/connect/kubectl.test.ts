import { portForwardCommand, readSecretCommand } from './kubectl';

const place = { cluster: 'eu-west', namespace: 'shop' };

// Kubernetes documentation, "kubectl port-forward": TYPE/NAME and [LOCAL_PORT:]REMOTE_PORT.
it('forwards a port of a Service', () => {
  expect(
    portForwardCommand(place, {
      service: 'orders-rw',
      port: 5432,
      localPort: 15432,
    }),
  ).toBe(
    'kubectl --context=eu-west --namespace=shop port-forward service/orders-rw 15432:5432',
  );
});

// Kubernetes documentation, "JSONPath Support": special characters in keys are escaped; "Secrets": data is in base64.
it('reads one key of a Secret', () => {
  expect(readSecretCommand(place, { secret: 'orders-ca', key: 'ca.crt' })).toBe(
    `kubectl --context=eu-west --namespace=shop get secret/orders-ca --output 'jsonpath={.data.ca\\.crt}' | base64 --decode`,
  );
});

it('quotes what a shell would take apart', () => {
  expect(
    readSecretCommand(
      { cluster: 'eu west; rm', namespace: 'shop' },
      { secret: 'x', key: 'password' },
    ),
  ).toContain(`'--context=eu west; rm'`);
});
