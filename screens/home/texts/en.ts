// What the first page says, in English.
import type { Translation } from '../../i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  kiosk: 'Kiosk',
  'lead.kiosk': 'Take a queue number',
  display: 'Call board',
  'lead.display': 'The numbers called in the waiting area',
  counter: 'Counter panel',
  'lead.counter': 'Call and serve, for staff',
  reception: 'Reception',
  'lead.reception': 'Numbers given at the desk, slips not taken, for staff',
  supervise: 'Supervisor',
  'lead.supervise': 'Counters, services and staff of an agency, for supervisors',
  audit: 'Audit',
  'lead.audit': 'Who did what and when, for supervisors and managers',
  manage: 'Management',
  'lead.manage': 'Devices and the state of the hall, for the manager',
  otherLanguage: 'Bahasa Indonesia',
}
