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
  ticketsNo: 'Outside opening hours',
  waiting: '{count} steps waiting in all services',
  clock: 'Server’s clock',
  clockGood: 'Right',
  clockSuspect: 'Doubtful',
  clockSuspectMeans:
    'The server’s clock is far behind the last event. No numbers are given until the time is confirmed.',
  clockConfirm: 'Confirm the time',
  clockAsk:
    'First set the clock of the server’s computer right. Once confirmed, time runs on from that clock and numbers can be taken again.',

  devices: 'Devices',
  devicesLead: 'A kiosk gives numbers, and a display speaks the calls, only once it is enrolled with a link.',
  noDevices: 'No devices yet.',
  newDevice: 'New device',
  kind: 'Kind',
  kiosk: 'Kiosk',
  display: 'Display',
  zone: 'Zone',
  wholeHall: 'Whole hall',
  label: 'Name (optional)',
  labelHint: 'For example “Kiosk at the main door”.',
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
  versionOther: 'Version {version}, the server has {server}: reload its page',
  screen: 'screen {width} × {height}',
  revoke: 'Revoke',
  revokeDevice: 'Revoke {name}',
  revokeAsk: 'This device stops working at once. To use it again it needs a new link.',
}
