// The data folder is for its owner alone, also where it was there before with wider rights: made by `adduser`, copied from
// a backup, unpacked by hand. Only rights are taken, none are given, and nothing that is not ours is touched.
import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What the server and its commands write there, and the fonts and clips that a hall may add. */
const ours =
  /^(?:antre\.(?:db|lock|seal).*|aside-.*|voice|clips|slips|fonts|(?:incidents|running)\.json.*|first-run\.json.*|staff-accounts\.csv.*)$/
/** Ours too, but whoever could write it may have: closed afterwards it would be trusted (`voice/command/allowed.ts`). */
const leftAsItIs = 'voice-commands.json'

/**
 * Takes from everybody else what they may do with our files in `dataDir`, and with the folder itself if nothing else is
 * in it. To be called once the folder is locked, and before the database is opened: its side files take its mode.
 * @returns what stays open to others, because it is not ours to close
 */
export function keepPrivate(dataDir: string): string[] {
  // Windows has other rights, which Node does not know of.
  if (process.platform === 'win32') return []
  const names = readdirSync(dataDir)
  const own = names.filter((name) => ours.test(name)).map((name) => join(dataDir, name))
  const shared = names.some((name) => !ours.test(name) && name !== leftAsItIs && !name.startsWith('.'))
  const open = own.flatMap(closeAll)
  if (!shared) return [...open, ...close(dataDir)]
  return isOpen(dataDir) ? [...open, dataDir] : open
}

/** A folder with all in it, or a file. Links are left alone: what they lead to may be anybody's. */
function closeAll(path: string): string[] {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return []
  const inside = found.isDirectory() ? readdirSync(path).flatMap((name) => closeAll(join(path, name))) : []
  return [...inside, ...close(path)]
}

function close(path: string): string[] {
  if (!isOpen(path)) return []
  try {
    chmodSync(path, lstatSync(path).mode & 0o700)
    return isOpen(path) ? [path] : []
  } catch {
    // Somebody else's; who it is decides.
    return [path]
  }
}

function isOpen(path: string): boolean {
  return (lstatSync(path).mode & 0o077) !== 0
}
