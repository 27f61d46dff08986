// What choosing services says, in English.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  search: 'Search for a service or an agency',
  help: 'Enter adds the first service, Backspace removes the last.',
  most: 'At most {count} services.',
  services: 'Services',
  none: 'No service matches.',
  chosen: 'Chosen services',
  remove: 'Remove {service}',
  ahead: '{count} ahead',
  closedHours: 'Outside its hours',
  hallClosed: 'Outside service hours: no numbers are given. {opens}',
  closedQuota: 'Quota reached',
}
