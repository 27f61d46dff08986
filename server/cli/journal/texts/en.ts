// What the command `journal` says.
import type { CommandTexts } from './texts.ts'

export const en: CommandTexts = {
  usage: `Usage: npm run journal -- <command> [options]

  print [day]            tells a day, such as print 2026-11-24; without a day: the last one
  days                   the days in the journal
  check                  looks through the file and the whole journal and names everything that is wrong
  facts rebuild [day]    makes the reports' facts again from the journal; without a day: of all days that are closed
  begin-anew             puts everything of the journal aside, so that the next start is a first one; the server must be stopped

Options:
  --data FOLDER          data folder (usually DATA_DIR)
  --language id|en       language
  --help                 this help

Exit codes: 0 all is well, 1 something is wrong, 2 unknown command.`,
  noSuchDay: (day) => `There is no day ${day} in the journal.`,
  noDayYet: 'The journal is still empty.',
  day: (day, events, first, last) => `${day}  ${events} events, #${first} to #${last}`,
  findings: {
    damaged: (_, detail) => `The database file is damaged: ${detail}`,
    unreadable: (seq, detail) => `#${seq}: events from here on can't be read (${detail}).`,
    gap: (seq, detail) => `#${seq}: a gap, #${detail} is due here.`,
    'not-json': (seq, detail) => `#${seq}: not JSON: ${detail}`,
    'unknown-type': (seq, detail) => `#${seq}: unknown type of event: ${detail}`,
    'wrong-shape': (seq, detail) => `#${seq}: the event has a wrong shape: ${detail}`,
    'time-fell': (seq, detail) => `#${seq}: time falls although no clock was confirmed (${detail}).`,
    'wrong-day': (seq, detail) => `#${seq}: does not belong to the day that is open (${detail}).`,
    'does-not-fold': (seq, detail) => `#${seq}: the day that begins here does not fold (${detail}).`,
    altered: (seq, detail) =>
      `#${seq}: changed after it was written, or what stood before it was (${detail}).`,
    'seal-ahead': (seq, detail) =>
      `Events are missing at the end: the seal knows #${seq} (missing, last: ${detail}).`,
    'seal-differs': (seq, detail) => `#${seq}: another event stands here than was sealed (${detail}).`,
    'seal-torn': () =>
      'The seal antre.seal can’t be read: whether the last events are there, nobody can tell.',
    unguarded: (_, detail) => `What keeps the records from being changed is gone: ${detail}`,
    'log-gap': (seq, detail) => `Access log #${seq}: a gap, #${detail} is due here.`,
    'log-wrong-line': (seq, detail) => `Access log #${seq}: not as it was written: ${detail}`,
  },
  noSeal:
    'There is no seal antre.seal beside it, as beside a copy: whether its last events are there, nobody can tell.',
  nothingAside: 'There is nothing to put aside: the next start is a first one already.',
  aside: (count, folder) =>
    `Put ${count} files aside into ${folder}. The next start is a first one: the sample hall, no accounts, no devices.`,
  allWell: (events, days) => `All is well: ${events} events in ${days} days.`,
  found: (count) => `Found ${count} faults. Keep a copy of the data folder before you repair anything.`,
  rebuilt: (day, steps) => `${day}: ${steps} steps made again.`,
  stillOpen: (day) => `The day ${day} is not closed yet; its facts are made when it closes.`,
  unreadable: (detail) => `The journal can't be read (${detail}). Run: npm run journal -- check`,
  doesNotFold: (day, detail) => `The day ${day} does not fold (${detail}). Run: npm run journal -- check`,
}
