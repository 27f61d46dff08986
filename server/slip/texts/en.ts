// The slip in English.
import type { SlipTexts } from './texts.ts'

export const en: SlipTexts = {
  rehearsal: 'REHEARSAL: not a real number',
  copy: '*** COPY ***',
  yourNumber: 'Your number',
  priority: 'Priority',
  comeToMe: 'Please stay where you are. Staff will come to you.',
  inThisOrder: 'Your services, in this order:',
  allAtOnce: 'You are waiting for all of these at once:',
  ahead: (people) =>
    people === 0 ? 'Nobody ahead of you' : `${people} ${people === 1 ? 'person' : 'people'} ahead of you`,
  after: (steps) => `After step ${steps.join(' and ')} is done`,
  goTo: (counter) => `Please go to ${counter} now`,
  servingAt: (counter) => `Being served at ${counter}`,
  held: 'Set aside for a moment: wait to be called',
  missed: 'Missed: please tell the counter',
  done: 'Done',
  cancelled: 'Cancelled',
  expired: 'No longer valid',
  prepare: 'Have ready:',
  stillNeeded: 'You still need:',
  fromStep: (step) => `from step ${step}`,
  fromService: (service) => `issued by ${service}`,
  more: (papers) => `and ${papers} more: ask at the counter`,
  follow: 'Scan to follow the queue on your phone',
  todayOnly: 'Valid today only',
  printedAgain: (time) => `Printed again at ${time}`,
  testPage: 'Test page',
  width: (paper) => `Paper ${paper} mm wide: the ruler must reach from edge to edge`,
  letters: 'Letters',
  allIsWell: 'If all of this can be read and the paper is cut, the printer is ready.',
}
