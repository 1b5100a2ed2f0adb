import { Verification } from '../choice';

/** PostgreSQL documentation, "SSL Support", table "SSL Mode Descriptions". */
export const sslMode: Readonly<Record<Verification, string>> = {
  full: 'verify-full',
  authority: 'verify-ca',
  none: 'require',
  off: 'disable',
};
