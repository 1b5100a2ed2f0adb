export const engineId = 'drill-reports';
