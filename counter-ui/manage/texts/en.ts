// What the manager's page says, in English.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  title: 'Management',
  toAudit: 'Audit',
  signInTitle: 'Sign in to management',
  onlyManagerTitle: 'The hall itself is kept by the manager',
  onlyManagerLead:
    'Yours is an officer’s account. Here you keep your own account; visitors are served at the counter panel.',
  onlySupervisorLead:
    'Yours is a supervisor’s account. Here you keep the accounts of your agency’s officers; its counters and queues are on the supervisor’s page.',

  planChanged:
    'Not saved: somebody else has just changed the set-up. What you wrote is still here; look at it again, then save.',

  operation: 'Operation',
  trial: 'Trial',
  regular: 'Regular',
  trialMeans: 'Opening hours are only shown. Numbers can be taken at any time.',
  regularMeans: 'Numbers can be taken during opening hours only.',
  toRegular: 'Begin regular operation',
  toTrial: 'Back to trial',
  regularAsk:
    'From now on opening hours hold: outside them the kiosk gives no numbers. Who has a number is still served.',
  trialAsk: 'Opening hours hold no more: the kiosk gives numbers at any time, also at night and on holidays.',
  tickets: 'Taking numbers',
  ticketsYes: 'Possible now',
  ticketsClock: 'Not until the time is confirmed',
  ticketsNo: 'Outside opening hours',
  waiting: '{count} steps waiting in all services',
  clock: 'Server’s clock',
  clockGood: 'Right',
  clockSuspect: 'Doubtful',
  clockSuspectMeans:
    'The server’s clock is far behind the last event. No numbers are given until the time is confirmed.',
  clockLeaptMeans:
    'The server’s clock leapt ahead. Who waits goes on being called, the day does not close, and no new numbers are given. If that clock is wrong, set it right on the server’s computer: everything goes on by itself.',
  clockWaits: 'Waits for another clock',
  clockWaitsMeans:
    'The server was just started, and there is still somebody in line from the day before. The first kiosk, display or staff browser whose clock agrees settles it; so does the first number.',
  clockUnsure: 'To be confirmed',
  clockUnsureMeans:
    'Some device’s clock is more than 5 minutes away from the server’s. Nothing is held up. Compare with your own.',
  clockTimes: 'The computer says {system}. The hall goes by {hall}.',
  clockAskTime:
    'The computer says {system}. If that is right, confirm it: time runs on from there. If it is another day, the day that is open closes, and {count} visits that are not over are no longer valid. If that clock is wrong, set it right on the server’s computer first.',
  reopen: 'Open {day} again',
  reopenMeans:
    '{day} was closed with {count} visits that were not over. If a wrong clock closed it, it can be opened again as long as nobody has taken a new number.',
  reopenAsk:
    'All who waited, were called or set aside are back as they were before the close, with number and place. Counters are as they were; what was being said must be called again. Set the clock of the server’s computer right, too.',
  reopenGo: 'Open it again',
  clockConfirm: 'Confirm the time',
  clockAsk:
    'First set the clock of the server’s computer right. Once confirmed, time runs on from that clock and numbers can be taken again.',

  damageTitle: 'Journal',
  damageMeans:
    'Whoever holds a number that is missing stands in no queue any more: give a new one at the reception. If there is a newer back-up, stop the server and restore that one (docs/running.md, “Damage”).',
  damageConfirm: 'This is the back-up we chose',
  damageAsk:
    'The hall goes on with this journal, without what is missing. That is recorded with your name, and the warning goes from all pages of staff.',

  devices: 'Devices',
  devicesLead:
    'A kiosk gives numbers, and a display speaks the calls, only once it is enrolled: with a link, or a display with the code that it shows.',
  noDevices: 'No devices yet.',
  newDevice: 'New device',
  kind: 'Kind',
  kiosk: 'Kiosk',
  display: 'Display',
  zone: 'Zone',
  wholeHall: 'Whole hall',
  label: 'Name (optional)',
  labelHint: 'For example “Kiosk at the main door”.',
  labelHintDisplay: 'For example “Left TV in the waiting room”.',
  byCode: 'Display with a code',
  code: 'Code on the display',
  codeHint: 'Six letters and digits at the foot of the display, for example K7M 3PX.',
  codeLead:
    'Open /display/ on that television, then type the code that it shows. Type only a code that you read off the display yourself.',
  enrol: 'Enrol',
  codeWaits: 'Waiting for {name} at {address} to enrol itself…',
  codeSlow:
    'This usually takes a few seconds. If it takes longer, see whether that display is still on and connected.',
  codeDone: '{name} is enrolled.',
  codeLook: 'Look at the display: its code is gone. If another display changed, revoke this device.',
  makeLink: 'Make link',
  link: 'Enrolment link',
  linkLead: 'Open this link in the browser of the device that is to be enrolled.',
  linkOnce: 'Good for 24 hours and one device. The link is not shown again.',
  copy: 'Copy',
  copied: 'The link was copied.',
  notEnrolled: 'Waiting to be enrolled',
  enrolled: 'Enrolled {day}',
  lastSeen: 'Last seen {day}, {time}',
  version: 'Version {version}',
  versionOther: 'Version {version} (server {server})',
  screen: 'screen {width} × {height}',
  soundReady: 'sound ready',
  soundBlocked: 'sound waits for a touch',
  soundMuted: 'sound muted',
  soundNone: 'no sound',
  soundUnknown: 'sound not known yet',
  clockRight: 'clock right',
  clockAhead: 'clock {time} ahead',
  clockBehind: 'clock {time} behind',
  seconds: '{count} seconds',
  memory: 'memory {mb} MB',
  'this-kiosk': 'This kiosk',
  'this-display': 'This display',
  revoke: 'Revoke',
  revokeDevice: 'Revoke {name}',
  revokeAsk: 'This device stops working at once. To use it again it needs a new link.',
}
