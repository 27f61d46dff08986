// The walls of the floor plan (docs/architecture.md): who may import whom. Each wall names its breaches.
import { cycles } from './cycles.ts'
import type { Import, Source } from './tree.ts'

export interface Wall {
  readonly says: string
  /** One line for each breach: the file and what it does; none if the wall holds. */
  breaches(tree: readonly Source[]): string[]
}

/** The rooms of the hall, each with the rooms below it, which it may ask. */
const below: Readonly<Record<string, readonly string[]>> = {
  'plan-faults': [],
  sound: [],
  visit: ['sound'],
  counter: ['visit', 'sound'],
  service: ['visit', 'sound'],
  reception: ['counter', 'visit', 'sound'],
  day: ['service', 'visit', 'sound'],
}
/** The room of the hall that a file is in; undefined at the top and outside. */
const roomOf = (path: string) => /^server\/hall\/([^/]+)\//.exec(path)?.[1]

const frontEnds = ['kiosk-ui', 'display-ui', 'counter-ui']

const isIn = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`))
const isOfPackage = (to: string, name: string) => to === name || to.startsWith(`${name}/`)

const soundRooms = ['audio', 'text', 'clips', 'command'].map((room) => `server/voice/${room}`)

/** A wall about imports: those of the files that `stands` chooses, each allowed or a breach. */
function importWall(
  says: string,
  stands: (path: string) => boolean,
  allows: (imported: Import, path: string) => boolean,
): Wall {
  return {
    says,
    breaches: (tree) =>
      tree
        .filter(({ path }) => stands(path))
        .flatMap(({ path, imports }) =>
          imports.filter((imported) => !allows(imported, path)).map(({ to }) => `${path} imports ${to}`),
        ),
  }
}

/** A wall about the text itself: only some files may say something. */
function wordWall(says: string, words: RegExp, may: (path: string) => boolean): Wall {
  return {
    says,
    breaches: (tree) =>
      tree.flatMap(({ path, code }) => {
        const said = may(path) ? null : words.exec(code)
        return said === null ? [] : [`${path} says ${said[0]}`]
      }),
  }
}

export const walls: readonly Wall[] = [
  importWall(
    'hall/ imports nothing but itself and the schema library',
    (path) => isIn(path, 'server/hall'),
    ({ to }) => isIn(to, 'server/hall') || isOfPackage(to, 'typebox'),
  ),
  importWall(
    'what the rooms of the hall share imports no room: the table of their rules alone does',
    (path) => /^server\/hall\/(?!rules\.ts$)[^/]+$/.test(path),
    ({ to }) => roomOf(to) === undefined,
  ),
  importWall(
    'a room of the hall imports neither the table of all rules nor meant, and no room but those below it',
    (path) => roomOf(path) !== undefined,
    ({ to }, path) => {
      const [from = '', room] = [roomOf(path), roomOf(to)]
      if (room === undefined) return !/^server\/hall\/(rules|meant)\.ts$/.test(to)
      return room === from || (below[from] ?? []).includes(room)
    },
  ),
  importWall(
    'a room of http/ imports of the others only the ground; pages/ draws the phone page too',
    (path) => /^server\/http\/[^/]+\//.test(path),
    ({ to }, path) => {
      const [from, room] = [path, to].map((one) => /^server\/http\/([^/]+)\//.exec(one)?.[1])
      if (room === undefined || room === from) return true
      if (from === 'ground') return room === 'lines'
      return room === 'ground' || room === 'lines' || (from === 'pages' && room === 'phone')
    },
  ),
  importWall(
    'front ends and screens/ import from server/ types only',
    (path) => isIn(path, 'screens', ...frontEnds),
    ({ to, typeOnly }) => typeOnly || !(isIn(to, 'server') || to.startsWith('node:')),
  ),
  importWall(
    'a front end imports no other front end, and screens/ none',
    (path) => isIn(path, 'screens', ...frontEnds),
    ({ to }, path) => frontEnds.every((frontEnd) => !isIn(to, frontEnd) || isIn(path, frontEnd)),
  ),
  importWall(
    'store/ never imports http/',
    (path) => isIn(path, 'server/store'),
    ({ to }) => !isIn(to, 'server/http'),
  ),
  importWall(
    'http/ never imports store/',
    (path) => isIn(path, 'server/http'),
    ({ to }) => !isIn(to, 'server/store'),
  ),
  importWall(
    'access/ is given what it keeps, and imports nothing of store/',
    (path) => isIn(path, 'server/access'),
    ({ to }) => !isIn(to, 'server/store'),
  ),
  importWall(
    'drafts/ knows the hall and the loop, and is given what it keeps',
    (path) => isIn(path, 'server/drafts'),
    ({ to, typeOnly }) =>
      isIn(to, 'server/drafts', 'server/hall') || (typeOnly && to === 'server/dispatch.ts'),
  ),
  importWall(
    'only store/ knows the database',
    (path) => isIn(path, 'server') && !isIn(path, 'server/store', 'server/launch'),
    ({ to }) => to !== 'better-sqlite3' && to !== 'kysely',
  ),
  importWall(
    'only the build runs the query builder',
    (path) => isIn(path, 'server') && path !== 'server/store/builder.ts',
    ({ to, typeOnly }, path) =>
      typeOnly ||
      (to !== 'kysely' && (to !== 'server/store/builder.ts' || isIn(path, 'server/store/queries'))),
  ),
  wordWall(
    'only store/ speaks SQL',
    /\.prepare(?:<[^(]*>)?\(\s*['"`]|\.pragma\(|\bSELECT\b.+\bFROM\b|\bINSERT INTO\b|\bDELETE FROM\b|\bUPDATE \w+ SET\b/,
    (path) => isIn(path, 'server/store', 'server/launch'),
  ),
  importWall(
    'only main opens the store for writing, and the rehearsal a new one',
    (path) =>
      isIn(path, 'server') &&
      !isIn(path, 'server/store') &&
      !['server/main.ts', 'server/cli/rehearse/run.ts'].includes(path),
    ({ to, typeOnly }) => typeOnly || !/^server\/store\/(journal\/append|store)\.ts$/.test(to),
  ),
  importWall(
    'tuning/ can be taken away: it knows nothing of the rest',
    (path) => isIn(path, 'server/tuning'),
    ({ to }) => isIn(to, 'server/tuning') || !isIn(to, 'server'),
  ),
  importWall(
    'worker/ knows nothing of what it keeps',
    (path) => isIn(path, 'server/worker'),
    ({ to }) => isIn(to, 'server/worker') || to.startsWith('node:'),
  ),
  wordWall('only worker/ starts processes of our own', /(?<![.\w])fork\(/, (path) =>
    isIn(path, 'server/worker', 'server/launch'),
  ),
  importWall(
    'what is said and how it sounds know nothing of who speaks',
    (path) => isIn(path, ...soundRooms),
    ({ to }) =>
      !isIn(to, 'server') ||
      isIn(to, 'server/hall', 'server/worker', ...soundRooms) ||
      /^server\/voice\/[^/]+\.ts$/.test(to),
  ),
  importWall(
    'only the voice’s own process makes sound',
    (path) => !isIn(path, 'server/voice/audio', 'server/voice/clips', 'server/voice/command'),
    ({ to, typeOnly }) => typeOnly || !isIn(to, 'server/voice/audio') || /\/(?:wav|recipe)\.ts$/.test(to),
  ),
  wordWall(
    'only dispatch appends to the journal',
    /\b(store|journal)\.append\(/,
    (path) => isIn(path, 'server/store') || path === 'server/dispatch.ts',
  ),
  wordWall(
    'one statement alone writes events',
    /\bINTO "?events\b|\binsertInto\(['"]events/i,
    (path) => path === 'server/store/journal/append.ts',
  ),
  wordWall(
    'only main and settings read the environment',
    /(?<!\breadSettings\()\bprocess\s*(\.|\[['"])env\b|\bimport\.meta\.env\b|\benv\b.* from 'node:process'/,
    (path) => isIn(path, 'server/launch') || ['server/main.ts', 'server/settings.ts'].includes(path),
  ),
  wordWall(
    'only main and the commands hand it to the settings',
    /\breadSettings\(process\.env\)/,
    (path) => path === 'server/main.ts' || /^server\/cli\/[^/]+\.ts$/.test(path),
  ),
  wordWall(
    'no page makes HTML or a program of text',
    /\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|\bdangerouslySetInnerHTML\b|\bsrcdoc\b|\beval\(|\bnew Function\b|javascript:/,
    // The one place that writes a page as text leaves it out.
    (path) => path === 'server/http/ground/markup.ts',
  ),
  { says: 'no file imports itself in a circle, not even for a type', breaches: cycles },
]
