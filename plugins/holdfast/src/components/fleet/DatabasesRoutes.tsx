import { Route, Routes } from 'react-router-dom';
import { DatabasePage } from './DatabasePage';
import { FleetPage } from './FleetPage';

/** The fleet, and below it the databases that no entity stands for. */
export const DatabasesRoutes = () => (
  <Routes>
    <Route index element={<FleetPage />} />
    <Route path=":databaseId" element={<DatabasePage />} />
  </Routes>
);
