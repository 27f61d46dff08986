// The sentences of the command `staff`.
import type { StaffTexts } from './texts.ts'

export const en: StaffTexts = {
  usage: `Usage: npm run staff -- <command> [options]

  make-all            makes the accounts that are missing: two officers and a supervisor for every agency
  list                all accounts
  reset <name>        gives a one-time password and ends all sessions
  disable <name>      shuts an account
  enable <name>       opens it again
  make-manager <name> makes a manager, where none can sign in any more

Options:
  --data FOLDER       the data folder (usually DATA_DIR)
  --language id|en    language
  --help              this help

Passwords are written to staff-accounts.csv in the data folder, which only its owner can read.
Exit codes: 0 done, 1 something is wrong, 2 not understood.`,
  officer: (agency, nth) => `Officer ${nth}, ${agency}`,
  supervisor: (agency) => `Supervisor, ${agency}`,
  roles: { officer: 'officer', supervisor: 'supervisor', manager: 'manager' },
  disabled: 'disabled',
  nobody: 'There are no accounts yet.',
  made: (count, file) => `Made ${count} accounts. Their user names and passwords are in ${file}`,
  nothingToMake: 'Every agency has its accounts; nothing was changed.',
  reset: (username, password) => `One-time password of ${username}: ${password}`,
  nowDisabled: (username) => `The account ${username} is shut.`,
  nowEnabled: (username) => `The account ${username} is open again.`,
  oneTime: 'A one-time password is good for 7 days; it has to be changed right after signing in.',
  stillDisabled: (username) =>
    `The account ${username} is still shut. Open it with: npm run staff -- enable ${username}`,
  lastManager: (username) => `${username} is the last manager and can’t be shut. Make another manager first.`,
  manager: 'Manager',
  nowManager: (username) => `${username} is a manager now.`,
  notAUsername: (username) =>
    `${username} is no user name: use 3 to 32 small letters, digits, dots, underscores or hyphens.`,
  unknown: (username) => `There is no account ${username}. See which there are: npm run staff -- list`,
}
