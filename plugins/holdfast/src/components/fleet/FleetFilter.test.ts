import {
  FleetFilter,
  fleetFilterParams,
  fleetFilterQuery,
  isFiltered,
  noFilter,
  parseFleetFilter,
} from './FleetFilter';

const filter: FleetFilter = {
  verdict: ['unprotected', 'at-risk'],
  engine: ['postgresql'],
  cluster: ['eu-west & more'],
  owner: ['group:default/payments'],
  text: 'orders 1',
  orderField: 'name,desc',
};

describe('FleetFilter', () => {
  it('comes back from the address it was written to', () => {
    const address = fleetFilterParams(filter).toString();
    expect(parseFleetFilter(new URLSearchParams(address))).toEqual(filter);
  });

  it('writes nothing for what is as usual', () => {
    expect(
      fleetFilterParams({
        ...noFilter,
        orderField: 'verdict,asc',
      }).toString(),
    ).toBe('');
  });

  it('leaves out what an address says that does not exist', () => {
    expect(
      parseFleetFilter(
        new URLSearchParams(
          'verdict=green&verdict=proven&engine=oracle&orderField=age,asc',
        ),
      ),
    ).toEqual({
      ...noFilter,
      verdict: ['proven'],
      orderField: 'verdict,asc',
    });
  });

  it('asks the API only for what is filtered', () => {
    expect(
      fleetFilterQuery({ ...noFilter, text: '  ', orderField: 'name,asc' }),
    ).toEqual({ orderField: 'name,asc' });
    expect(fleetFilterQuery(filter)).toEqual(filter);
  });

  it('knows when something is filtered away', () => {
    expect(isFiltered({ ...noFilter, orderField: 'name,asc' })).toBe(false);
    expect(isFiltered(filter)).toBe(true);
  });
});
