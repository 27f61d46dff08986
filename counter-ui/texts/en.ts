// The texts that the pages of staff share, in English.
import type { Translation } from '../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  username: 'User name',
  password: 'Password',
  showPassword: 'Show password',
  signIn: 'Sign in',
  signInHelp: 'No account yet, or forgot the password? Ask the manager of the hall.',
  signOut: 'Sign out',
  'ended.over': 'Your session ended at {time}, with the working day. Please sign in again.',
  'ended.own': 'You ended this session yourself from another browser, at {time}.',
  'ended.password': 'Your password was changed in another browser, at {time}. Sign in with the new one.',
  'ended.ended': '{name} ended your session, at {time}.',
  'ended.reset': '{name} made a one-time password for you, at {time}. Ask them for it.',
  'ended.disabled': '{name} closed your account, at {time}.',
  'ended.agency-gone':
    '{name} closed your account, at {time}, as your agency is no longer in this hall. If you still work here, ask the hall’s manager.',
  endedWithAgency:
    'Your agency is no longer in this hall, so your session ended at {time}. If you still work here, ask the hall’s manager.',
  endedBySomebody: 'A manager',
  firstTitle: 'Choose your own password',
  firstLead:
    'Welcome, {name}. A one-time password opens nothing but this page. Choose a password of your own, then you can work.',
  noteFinding: 'Note what is missing here',
  ownAccount: 'My account and sessions',
  connecting: 'Connecting to the server…',

  'counter.open': 'Open',
  'counter.paused': 'Paused',
  'counter.closed': 'Closed',

  tooLong: 'Too long: {count} characters, at most {most}.',
  optional: 'optional',
  ownWords: 'In your own words',

  menu: 'Menu',
  themeTitle: 'Appearance',
  'theme.system': 'As the system',
  'theme.light': 'Light',
  'theme.dark': 'Dark',
  languageTitle: 'Language',
  changePassword: 'Change password',
  mustChange: 'Your password is a temporary one. Please change it.',
  currentPassword: 'Current password',
  nextPassword: 'New password',
  passwordRules: 'At least 10 characters, hard to guess. Several words with blanks are fine.',
  passwordSave: 'Save password',
  passwordChanged: 'The password has been changed.',
  licence: 'GPL-3.0 or later',

  // choosing services
  'pick.search': 'Search for a service or an agency',
  'pick.help': 'Enter adds the first service, Backspace removes the last.',
  'pick.most': 'At most {count} services.',
  'pick.services': 'Services',
  'pick.none': 'No service matches.',
  'pick.chosen': 'Chosen services',
  'pick.remove': 'Remove {service}',
  'pick.ahead': '{count} ahead',
  'pick.closedHours': 'Outside its hours',
  'pick.hallClosed': 'Outside service hours: no numbers are given. {opens}',

  // the banner
  'banner.clockUnsure':
    'Some device’s clock differs from the server’s. Everything goes on; a manager is asked to confirm the time.',
  'banner.missing': '{count} events are missing from the journal, {when}.',
  'banner.altered': '{count} events of the journal were changed, {when}.',
  'banner.atMinute': 'on {day} at about {from}',
  'banner.onDay': 'on {day} between {from} and {to}',
  'banner.between': 'between {from} and {to}',
  'banner.unsealed': 'The journal’s seal is gone or damaged: the last events may be missing.',
  'banner.unguarded': 'The journal’s guard had been taken away.',
}
