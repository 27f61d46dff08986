// What the audit's page says, in English.
import type { Translation } from '../../../screens/i18n.ts'
import type { id } from './id.ts'

export const en: Translation<typeof id> = {
  title: 'Audit',
  signInTitle: 'Sign in to the audit',
  onlyTitle: 'For supervisors and managers',
  onlyLead: 'The record of who did what is for the supervisors of an agency and for managers.',
  toCounter: 'Counter panel',
  toReception: 'Reception',
  toManage: 'Management',

  searchTitle: 'Who did what, and when',
  leadAll: 'All that happened in the mall, accounts and devices too. Nobody can change this record.',
  leadOwn: 'All that concerns your agency. Nobody can change this record.',
  number: 'Queue number',
  numberHint: 'For example A012; without a day: today',
  counter: 'Counter',
  anyCounter: 'All counters',
  person: 'Person',
  personHint: 'User name',
  day: 'Day',
  dayHint: 'Empty: all days',
  until: 'Until',
  untilHint: 'Empty: that day alone',
  device: 'Device {device}',
  search: 'Search',
  clear: 'Clear',
  download: 'Download CSV',
  downloadHint: 'A table for Excel; without a day: today alone.',

  found: 'The record, newest first',
  searching: 'Searching…',
  none: 'Nothing in the record fits.',
  noneYet: 'Back to {day} nothing fits.',
  reached: 'Searched back to {day}.',
  older: 'Show what is older',
  all: 'That is all.',
  note: 'Note: {note}',
  onlyNumber: 'Only number {number}',
  onlyCounter: 'Only {counter}',
  onlyPerson: 'Only {who}',
}
