// What the reception's page says, in English.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  title: 'Reception',
  signInTitle: 'Sign in to the reception',
  toCounter: 'Counter panel',

  titleAlarm: '(!) Reception',

  alarmsTitle: 'Silent alarm',
  alarmFrom: '{name} asks for help since {time}.',
  alarmSince: 'Help is asked for since {time}.',
  alarmAnswer: 'I am going',
  alarmAnswerAt: 'I am going: {counter}',
  alarmAnswered: '{name} is on the way.',

  scanHint: 'Or scan the QR code of the slip.',
  scanNotOurs: 'That code is from no slip of this mall.',
  scanUnknown: 'That slip is not of today.',

  issueTitle: 'Give a number',
  priority: 'Priority',
  priorityHelp: 'Elderly, disabled, pregnant, nursing, or with an infant. No proof needed.',
  comeToMe: 'Somebody should come',
  comeToMeHelp: 'Cannot walk, see or hear well: staff come to the visitor.',
  visitorLanguage: 'Visitor’s language',
  issue: 'Give the number',
  chooseFirst: 'Choose a service first.',
  refusedService: '{service}: {why}',

  visitTitle: 'Number {number}',
  taken: 'Taken at {time}',
  takenAt: 'Taken at {time} · {where}',
  takenKiosk: 'kiosk {name}',
  takenKioskIn: 'kiosk in {zone}',
  takenKioskAny: 'a kiosk',
  speaks: 'Speaks {language}',
  steps: 'Services of this number',
  ahead: '{count} ahead',
  aheadNone: 'next',
  callableFrom: 'can be called at {time}',
  gone: 'This number is no longer valid.',
  closeVisit: 'Close',

  slipNone: 'No slip. Tell the visitor the number.',
  slipQueued: 'The slip is being printed…',
  slipQueuedAt: 'The slip is being printed: {printer}…',
  slipPrinted: 'The slip was printed.',
  slipPrintedAt: 'The slip was printed: {printer}.',
  slipFailed: 'The slip did not come out: {why}.',
  slipNoted: 'The number has been noted.',
  slipHeld: 'The visitor already holds the number.',
  slipNotCalled: 'This number is not called until its slip is printed or the number is noted.',
  slipNotTaken: 'Nobody confirmed the slip within 90 seconds.',
  slipNoPrinter: 'You have no printer: no slip was printed. Tell the visitor the number.',

  print: 'Print the slip',
  printCopy: 'Print again',
  printNumber: 'Print again: {number}',
  noted: 'Has the number',
  notedNumber: 'Has the number: {number}',
  cancelVisit: 'Cancel the number',
  cancelAsk: 'All services of {number} that have not ended are cancelled. Only a supervisor can reopen them.',
  release: 'Queue again',
  releaseStep: 'Queue again: {service}',
  releaseTitle: 'Queue {number} again',
  releaseHeldAsk: '{service} waits again with all its waiting time. {number} can be called at once.',
  releaseMissedAsk:
    '{service} waits again with all its waiting time. {number} can be called only after the pause for those who are late.',
  cancelStep: 'Cancel',
  cancelStepGo: 'Cancel the service',
  cancelThis: 'Cancel: {service}',
  cancelStepTitle: 'Cancel one service of {number}',
  cancelStepAsk:
    '{service} is cancelled. The other services of {number} stay, and what waits for this one goes on. Only a supervisor can reopen it.',
  cancelStepCalled: 'The call to {counter} is taken back.',
  heldUntil: 'until {time}',

  makePriority: 'Make it priority',
  makeRegular: 'Make it regular',
  priorityAsk:
    'From now on {number} counts as priority since its arrival at {time}, so it may move ahead in all its services.',
  regularAsk:
    'From now on {number} counts as regular since its arrival at {time}, so others may come before it.',

  addStep: 'Add a service',
  addTitle: 'Add a service to {number}',
  addLead: 'The number stays {number}. The new service waits too, with the waiting time since {time}.',
  addSlip: 'Where you have a printer, the new slip comes out by itself.',
  addBefore: 'This service first',
  addBeforeHelp: 'The other services that wait come after it.',
  already: 'Already there',
  add: 'Add',

  open: 'Show',
  openNumber: 'Show {number}',

  notTakenTitle: 'Slip not taken',
  notTakenLead: 'These numbers may be in nobody’s hand, so they are not called.',
  notTakenNone: 'All slips are in their visitors’ hands.',
  comeToMeTitle: 'Somebody should come',
  comeToMeNone: 'Nobody has asked for that.',
  waited: 'since {time}',
  more: 'and {count} more',
  connecting: 'Connecting…',
  offline: 'Connection lost. What is shown here may have changed.',
}
