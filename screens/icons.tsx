// The icons of all screens: strokes on a grid of 24, drawn for this project. An icon stands beside words or has a
// label.
import { CHECK, CLOCK, PAUSE_SIGN, PEOPLE, REFRESH, SPEAKER, TICKET, WARNING, Drawing } from './drawing.tsx'

const PATHS = {
  'arrow-left': 'M20 12H4m7-7-7 7 7 7',
  'arrow-right': 'M4 12h16m-7-7 7 7-7 7',
  check: CHECK,
  clock: CLOCK,
  people: PEOPLE,
  speaker: SPEAKER,
  pause: PAUSE_SIGN,
  priority:
    'M10.5 3.2a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2zM10.5 9v5.5h5.5l2.5 5H21m-10.5-8.5h4.5M7.5 12.2a5 5 0 1 0 7 6.3',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm4.8 11.3L20.5 20.5',
  home: 'm3 11.5 9-7.5 9 7.5M5.5 9.5V20h13V9.5M10 20v-6h4v6',
  office: 'm3.5 9.5 8.5-6 8.5 6zM6 9.5v8m4-8v8m4-8v8m4-8v8M3.5 20.5h17',
  printer: 'M7 8.5V3.5h10v5M7 17H3.5V8.5h17V17H17m-10-3h10v6.5H7zm10-2.5h.01',
  warning: WARNING,
  refresh: REFRESH,
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c2.5 2.5 3.5 5.5 3.5 9s-1 6.5-3.5 9c-2.5-2.5-3.5-5.5-3.5-9s1-6.5 3.5-9z',
  plus: 'M12 4.5v15M4.5 12h15',
  close: 'm5.5 5.5 13 13m0-13-13 13',
  ticket: TICKET,
} as const

export type IconName = keyof typeof PATHS

/** As tall as the text beside it. Hidden from screen readers unless it has a `label`. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return <Drawing path={PATHS[name]} label={label} />
}
