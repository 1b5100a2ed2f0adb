export { Decimal } from './Decimal';
export { Money } from './Money';
export { roundRows } from './roundRows';
