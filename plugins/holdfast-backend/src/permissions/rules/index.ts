import { isInSystem } from './isInSystem';
import { isOwner } from './isOwner';

export const databasePermissionRules = { isInSystem, isOwner };
