import { endpoint } from '../endpoint';
import type { CalibrationPageView } from './views';

/** How good the forecasts of a program were. */
export const readCalibration = endpoint<{ view: CalibrationPageView }>()({
  method: 'GET',
  path: '/programs/:programId/forecast-calibration',
  action: 'dashboard.read',
  summary:
    'How often date ranges and probabilities of forecasts were right: as they were kept, and replayed.',
  status: 200,
  problems: [],
});
