import { HoldfastApi } from '../api';
import { Fleet } from './fleet';
import { FleetApi, problem } from './FleetApi';

/** Answers from a fleet, but for what is given. */
export function fleetApiWith(
  fleet: () => Fleet,
  answers: Partial<HoldfastApi>,
): HoldfastApi {
  const api = new FleetApi(fleet);
  return {
    listDatabases: query => api.listDatabases(query),
    getDatabase: id => api.getDatabase(id),
    listRecoveryPoints: id => api.listRecoveryPoints(id),
    listRestores: (id, query) => api.listRestores(id, query),
    getProtection: id => api.getProtection(id),
    getHistory: (id, query) => api.getHistory(id, query),
    getDeletion: id => api.getDeletion(id),
    listSharedFate: query => api.listSharedFate(query),
    getConnection: id => api.getConnection(id),
    getSummary: () => api.getSummary(),
    listClusters: () => api.listClusters(),
    getProvisioning: () => api.getProvisioning(),
    createPreview: request => api.createPreview(request),
    ...answers,
  };
}

/** Answers every call with a problem. */
export function failingApi(status: 403 | 503, message: string): HoldfastApi {
  const fail = async () => {
    throw await problem(status, message);
  };
  return {
    listDatabases: fail,
    getDatabase: fail,
    listRecoveryPoints: fail,
    listRestores: fail,
    getProtection: fail,
    getHistory: fail,
    getDeletion: fail,
    listSharedFate: fail,
    getConnection: fail,
    getSummary: fail,
    listClusters: fail,
    getProvisioning: fail,
    createPreview: fail,
  };
}
