import { mockCredentials } from '@backstage/backend-test-utils';
import {
  holdfastDatabaseReadPermission,
  holdfastReportCreatePermission,
} from '@holdfast/plugin-holdfast-common';
import { assertServiceMay } from './assertServiceMay';

type Restrictions = Parameters<typeof mockCredentials.service>[1];

const mayRead = (restrictions?: Restrictions) => () =>
  assertServiceMay(
    holdfastDatabaseReadPermission,
    mockCredentials.service('external:drills', restrictions),
  );

// As #servicePrincipalDecision of ServerPermissionClient in @backstage/plugin-permission-node decides.
describe('assertServiceMay', () => {
  it.each<[string, Restrictions]>([
    ['without restrictions', undefined],
    [
      'restricted to it',
      { permissionNames: [holdfastDatabaseReadPermission.name] },
    ],
    ['restricted to reading', { permissionAttributes: { action: ['read'] } }],
  ])('lets a token %s', (_, restrictions) => {
    expect(mayRead(restrictions)).not.toThrow();
  });

  it.each<[string, Restrictions]>([
    ['reporting', { permissionNames: [holdfastReportCreatePermission.name] }],
    ['creating', { permissionAttributes: { action: ['create'] } }],
  ])('refuses one for %s', (_, restrictions) => {
    expect(mayRead(restrictions)).toThrow(
      "permission 'holdfast.database.read' is not among what it is for",
    );
  });
});
