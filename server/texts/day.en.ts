// Opening hours and the end of the day, as visitors read them on kiosk, boards and phones.
import type { DayText } from './day.id.ts'

export const en: Readonly<Record<DayText, string>> = {
  opensToday: 'Opens today at {time}',
  opensAgain: 'Opens again at {time}',
  opens: 'Opens {weekday}, {date}, {time}',

  boardBreak: 'Break until {time}. Everybody with a number will be served.',
  boardAfter: 'Service hours are over. Everybody with a number will still be served.',
  boardLeft: 'Service hours are over. Still waiting? Please ask the staff.',

  ownEarly: 'Service hours have not begun.',
  ownOpens: 'Opens at {time}.',
  ownClosing: 'Service hours end at {time}.',
  ownBreak: 'Break until {time}.',
  ownAfter: 'Today’s service hours are over.',
  ownServed: 'You have a number and will be served.',
  ownLeft: 'The counters for you are closed; please ask the staff.',
  ownEnds: 'This number is valid until midnight; after that please take a new one.',

  earlier: 'This number is of an earlier day',
  earlierMeans:
    'A number of an earlier day can’t be put on hold, referred or wait again. Finish serving it; for anything else take a new number.',
}
