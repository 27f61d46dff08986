// The access log in words, and the headings of the audit's table.
import type { AuditTexts, Told } from './id.ts'

export const en: AuditTexts = {
  actions: {
    'signed-in': (told) => `Signs in${from(told)}.`,
    'sign-in-failed': (told) =>
      told.about === ''
        ? `Fails to sign in with an unknown user name${from(told)}.`
        : `Fails to sign in as ${told.about}${from(told)}.`,
    'signed-out': (told) => `Signs out${from(told)}.`,
    'session-ended': ({ about, self }) =>
      self ? 'Ends one of their own sessions elsewhere.' : `Ends a session of ${about}.`,
    'password-changed': () => 'Changes their password.',
    'password-reset': ({ about }) => `Gives ${about} a one-time password.`,
    'account-made': ({ about, detail }) => `Makes the account ${about}${as(detail['role'])}.`,
    'account-changed': ({ about }) => `Changes the account ${about}.`,
    'account-disabled': ({ about, detail }) =>
      detail['agencyGone'] === true
        ? `Closes the account ${about}: its agency is no longer in the hall.`
        : `Closes the account ${about}.`,
    'account-enabled': ({ about }) => `Opens the account ${about} again.`,
    'device-made': ({ about }) => `Makes an enrolment link for ${about}.`,
    'device-enrolled': ({ about }) => `A browser is enrolled as ${about}.`,
    'device-revoked': ({ about }) => `Revokes the enrolment of ${about}.`,
    'printer-tested': ({ about }) => `Prints a test page on ${about}.`,
    'media-added': ({ about }) => `Puts the file “${about}” among the media of the boards.`,
    'media-removed': ({ about }) => `Removes the file “${about}” from the media of the boards.`,
    'audit-exported': () => 'Downloads the audit.',
    'mark-added': ({ detail }) => `Adds a mark on ${String(detail['day'])} to the reports.`,
    'mark-removed': () => 'Removes a mark from the reports.',
    'finding-noted': ({ detail }) => `Notes finding number ${String(detail['number'])}.`,
    'finding-changed': ({ detail }) => `Changes finding number ${String(detail['number'])}.`,
    'evidence-added': ({ detail }) => `Adds evidence to finding number ${String(detail['number'])}.`,
    'evidence-removed': ({ detail }) => `Removes evidence from finding number ${String(detail['number'])}.`,
    'evaluation-visit-noted': ({ detail }) => `Notes a visit by evaluators on ${String(detail['day'])}.`,
    'facility-changed': ({ detail }) => `Changes the facility “${String(detail['facility'])}”.`,
    'questions-added': () => 'Adds new wording for the survey’s questions.',
    'answer-excluded': () => 'Leaves an answer out of the survey’s count.',
    'evaluation-made': () => 'Makes an evaluation pack.',
    'skm-published': ({ detail }) => `Publishes the survey report for ${String(detail['period'])}.`,
    'skm-withdrawn': () => 'Withdraws a published survey report.',
    'rows-exported': () => 'Downloads all steps as a table.',
    'data-copied': ({ detail }) => `Copies all data to ${String(detail['file'])}.`,
    'hall-begun': ({ detail }) =>
      `Begins a new hall ${begunFrom(detail['from'])}; the one before is in ${String(detail['aside'])}.`,
  },
  devices: { kiosk: 'Kiosk', display: 'Display', survey: 'Survey tablet' },
  others: { 'command-line': 'Command on the server', server: 'Server', stranger: 'Unknown' },
  printer: (name) => `printer ${name}`,
  columns: {
    day: 'Day',
    time: 'Time',
    number: 'Number',
    counter: 'Counter',
    who: 'Who',
    what: 'What happened',
    note: 'Note',
    record: 'Record',
    seq: 'Place',
  },
  records: { journal: 'journal', access: 'access log' },
  file: 'audit',
}

const roles = new Map<unknown, string>([
  ['officer', 'officer'],
  ['supervisor', 'supervisor'],
  ['manager', 'manager'],
])

function as(role: unknown): string {
  const name = roles.get(role)
  return name === undefined ? '' : ` as ${name}`
}

function from({ detail }: Told): string {
  return typeof detail['address'] === 'string' ? ` from ${detail['address']}` : ''
}

const begunFrom = (from: unknown): string => begun.get(from) ?? ''
const begun = new Map<unknown, string>([
  ['empty', 'that is empty'],
  ['sample', 'from the sample'],
  ['draft', 'from the draft'],
  ['plan', 'with the same plan'],
])
