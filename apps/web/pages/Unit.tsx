import { insightsScreens } from '@halong/insights/web';
import { useLedUnits } from './led-units.ts';

/** *Đơn vị tôi*: the units come from the person's roles. */
export const Unit = () => <insightsScreens.Unit units={useLedUnits()} />;

export const UnitStaff = () => <insightsScreens.UnitStaff units={useLedUnits()} />;
