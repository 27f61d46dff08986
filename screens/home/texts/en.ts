// What the first page says, in English.
import type { Translation } from '../../i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  kiosk: 'Kiosk',
  kioskLead: 'Take a queue number',
  display: 'Call board',
  displayLead: 'The numbers called in the waiting area',
  counter: 'Counter panel',
  counterLead: 'Call and serve, for staff',
  reception: 'Reception',
  receptionLead: 'Numbers given at the desk, slips not taken, for staff',
  supervise: 'Supervisor',
  superviseLead: 'Counters, services and staff of an agency, for supervisors',
  audit: 'Audit',
  auditLead: 'Who did what and when, for supervisors and managers',
  manage: 'Management',
  manageLead: 'Devices and the state of the hall, for the manager',
  otherLanguage: 'Bahasa Indonesia',
}
