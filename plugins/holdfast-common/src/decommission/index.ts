export * from './DecommissionRecord';
export * from './decommissionCost';
export * from './nextDecommissionStep';
export * from './validateDecommission';
