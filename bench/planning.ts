import { Temporal } from 'temporal-polyfill';
import { calendarOf, yearPlan } from '../src/academy/plan.ts';
import { loadProgramme } from '../src/storage/programme-files.ts';
import type { Figure } from './measure.ts';

const years = 100_000;

/** One participant-year of the Luton programme, computed from scratch each time. */
export async function planningFigures(): Promise<readonly Figure[]> {
  const reading = await loadProgramme('luton');
  if (!reading.ok) throw new Error('programmes/luton.yaml cannot be read');
  const { programme } = reading;
  const calendar = calendarOf(programme);
  const first = Temporal.PlainDate.from('2024-01-01');
  const plan = (day: number) => {
    const startOn = first.add({ days: day % 1000 });
    const input = { startOn, fte: 1, contractedHours: 37, pauses: [], records: [], required: [] };
    return yearPlan(programme, calendar, input, startOn.add({ days: 100 })).items.length;
  };
  for (let warm = 0; warm < 500; warm += 1) plan(warm);
  const began = process.cpuUsage();
  for (let n = 0; n < years; n += 1) plan(n);
  const { user, system } = process.cpuUsage(began);
  const milliseconds = (user + system) / 1000 / years;
  return [
    { name: 'planning one participant-year', value: milliseconds, unit: 'ms', target: '≤ 0.2 ms' },
    {
      name: 'participant-years planned each second, one core',
      value: 1000 / milliseconds,
      unit: '/s',
      target: '≥ 5,000',
    },
  ];
}
