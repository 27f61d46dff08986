// What the server says when it starts, or can't: English. One sentence each, with what to do.
import type { id } from './start.id.ts'

export const en: Readonly<Record<keyof typeof id, string>> = {
  running: 'Antre is running. Open this address in a browser:',
  firstRun: 'First start. Open each of these links once, on its screen, within 24 hours:',
  firstRunLater: 'The first links for kiosk and display have ended. New ones are made on the managers’ page:',
  kiosk: 'Kiosk (take a number)',
  display: 'TV board',
  counter: 'Counter (call a number)',
  manage: 'Manager',
  home: 'All pages',
  account: 'Sign in at the counter and as manager with user name {username} and password {password}',
  kept: 'All of this also stands in {file} until the password is changed.',
  plainHttp:
    'WARNING: this server answers the network at {host} without TLS. Everybody on that network (the Wi-Fi too) can read passwords, see numbers and notes, and act as somebody who is signed in. Set TLS_CERT and TLS_KEY, or keep this network to the hall’s own devices, with no visitors on it.',
  rehearsal: 'REHEARSAL: the clock is shifted by {seconds} seconds (CLOCK_OFFSET).',
  managerName: 'Manager',
  setting: 'The setting {setting} can’t be used: "{value}". Mend it and start again.',
  hostNames:
    'The setting HOST_NAMES can’t be used: "{value}" is no name. Write names alone, without http:// and without a port, with commas between them, then start again.',
  portTaken: 'Port {port} is taken by another program. Stop that program, or start with another PORT.',
  portForbidden:
    'This user may not use port {port}. Choose a PORT above 1023, or give this user the right to it.',
  hostUnknown: '{host} is not an address of this computer. Mend HOST and start again.',
  tlsUnusable: 'The TLS certificate or key can’t be used ({why}). Mend TLS_CERT and TLS_KEY and start again.',
  tlsMissing:
    'The TLS certificate or key {file} is not there. Put the file there, or mend TLS_CERT and TLS_KEY, and start again; without the two the server serves plain http.',
  tlsForbidden:
    'This user may not read the TLS certificate or key {file}. Let this user read the file and enter its folder, and start again.',
  'not-writable':
    'The data folder {path} can’t be written. Let this user write to it, or choose another DATA_DIR.',
  locked:
    'The data folder {path} is in use by another Antre server. Stop that server, or choose another DATA_DIR.',
  'too-new':
    'The data in {path} was written by a newer Antre. Install the newest version and start again; the data was not touched.',
  'too-old':
    'The data in {path} was written by an older Antre. Start the server once, which brings it up to date.',
  corrupt:
    'The data in {path} is damaged ({why}). Run "npm run journal -- check" to see where, then restore a back-up: docs/running.md, "Damage".',
  emptied:
    'The database in {path} is empty or gone, but something still tells what it held ({why}). This is no first start, and nothing was changed. Restore a back-up: docs/running.md, "Damage". If you mean to begin anew, run "npm run journal -- begin-anew"; what is there is put aside, not deleted.',
  'lock-damaged':
    'The lock file {path} is damaged. See that no Antre server uses that folder, delete the file and start again.',
  firstRunDamaged:
    'The file {path} is damaged and can’t be read. If the manager’s first password was not changed yet, make a new one with "npm run staff -- reset manager".',
  full: 'The disk of {path} is full. Free some space and start again.',
  missing: 'There is no data folder {path}. Check DATA_DIR.',
  failing: 'The disk of {path} fails to read or write. Check the disk and start again.',
  unknown: 'Antre can’t start: {message}',
}
