import { inputsOf } from './inputsOf';

describe('inputsOf', () => {
  it('takes what the API knows, and leaves out what is empty, of another type or of the form alone', () => {
    expect(
      inputsOf({
        name: 'orders',
        owner: '',
        instances: 3,
        synchronousNumber: 'two',
        dataSize: 50,
        moreDatabases: ['audit', 1],
        roles: [{ name: 'reporting', access: 'read' }, 'nobody'],
        azure: { storageAccount: 'shop', region: 'elsewhere' },
        preview: {},
      }),
    ).toEqual({
      name: 'orders',
      instances: 3,
      moreDatabases: ['audit'],
      roles: [{ name: 'reporting', access: 'read' }],
      azure: { storageAccount: 'shop' },
    });
  });

  it.each([undefined, null, 'orders', [1]])('makes nothing of %j', formData => {
    expect(inputsOf(formData)).toEqual({});
  });
});
