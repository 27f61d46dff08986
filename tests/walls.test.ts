// Checks the walls of the floor plan. A wall that could not fall would hold nothing: each is first shown a small tree
// that breaks it.
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { cycles } from './walls/cycles.ts'
import { readSource, readTree } from './walls/tree.ts'
import { walls } from './walls/walls.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

describe('the walls hold', () => {
  const tree = readTree(root, ['server', 'screens', 'kiosk-ui', 'display-ui', 'counter-ui'])

  test('the tree was read', () => {
    const paths = tree.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['server/hall/rules.ts', 'server/main.ts']))
    for (const folder of ['screens', 'kiosk-ui', 'display-ui', 'counter-ui']) {
      expect(paths.some((path) => path.startsWith(`${folder}/`))).toBe(true)
    }
  })

  test.each(walls)('$says', ({ breaches }) => expect(breaches(tree)).toEqual([]))
})

/** Examples that break a wall: the wall, a file, its text. Every wall is here at least once. */
const breaking: [wall: string, path: string, text: string][] = [
  ['hall/ imports nothing but itself', 'server/hall/next.ts', `import { now } from '../clock.ts'`],
  [
    'hall/ imports nothing but itself',
    'server/hall/next.ts',
    `import type { Store } from '../store/store.ts'`,
  ],
  ['hall/ imports nothing but itself', 'server/hall/next.ts', `import { randomUUID } from 'node:crypto'`],
  ['hall/ imports nothing but itself', 'server/hall/next.ts', `import 'typebox-of-somebody-else'`],
  ['hall/ imports nothing but itself', 'server/hall/next.ts', `const io = await import('node:fs')`],
  ['share imports no room', 'server/hall/next.ts', `import type { Standing } from './visit/standing.ts'`],
  ['neither the table of all rules', 'server/hall/visit/take.ts', `import { decide } from '../rules.ts'`],
  [
    'neither the table of all rules',
    'server/hall/sound/sound.ts',
    `import type { a } from '../counter/call.ts'`,
  ],
  ['neither the table of all rules', 'server/hall/attic/attic.ts', `import { take } from '../visit/take.ts'`],
  ['types only', 'kiosk-ui/main.tsx', `import { KioskView } from '../server/live/kiosk.ts'`],
  ['types only', 'screens/live.ts', `import { type View, read } from '../server/live/kiosk.ts'`],
  ['types only', 'screens/live.ts', `export * from '../server/live/kiosk.ts'`],
  ['types only', 'display-ui/main.tsx', `import '../server/live/kiosk.ts'`],
  ['types only', 'counter-ui/manage/main.tsx', `import { readFileSync } from 'node:fs'`],
  ['no other front end', 'kiosk-ui/main.tsx', `import { desk } from '../counter-ui/desk.ts'`],
  ['no other front end', 'screens/theme.ts', `import '../kiosk-ui/main.tsx'`],
  ['store/ never imports', 'server/store/open.ts', `import type { App } from '../http/ground/request.ts'`],
  [
    'http/ never imports',
    'server/http/commands/visits.ts',
    `import type { Batch } from '../../store/journal/append.ts'`,
  ],
  [
    'http/ never imports',
    'server/http/commands/visits.ts',
    `let batch: import('../../store/journal/append.ts').Batch`,
  ],
  [
    'of the others only the ground',
    'server/http/commands/visits.ts',
    `import type { a } from '../people/staff.ts'`,
  ],
  [
    'of the others only the ground',
    'server/http/ground/guards.ts',
    `import type { a } from '../people/staff.ts'`,
  ],
  ['access/ is given', 'server/access/staff.ts', `import type { Store } from '../store/store.ts'`],
  ['drafts/ knows', 'server/drafts/drafts.ts', `import type { Store } from '../store/store.ts'`],
  ['only store/ knows', 'server/app.ts', `import type { Database } from 'better-sqlite3'`],
  ['only the build runs', 'server/store/tables/access.ts', `import { query } from '../builder.ts'`],
  ['only the build runs', 'server/store/statement.ts', `import { Kysely } from 'kysely'`],
  ['only store/ speaks SQL', 'server/access/staff.ts', `db.prepare<[], Row>('VACUUM')`],
  ['only store/ speaks SQL', 'server/voice/sound.ts', `const all = 'SELECT * FROM staff'`],
  ['only main opens', 'server/cli/journal.ts', `import { makeStore } from '../store/store.ts'`],
  ['only main opens', 'server/app.ts', `import { makeJournal } from './store/journal/append.ts'`],
  ['tuning/ can be taken away', 'server/tuning/tidy.ts', `import { hall } from '../hall/hall.ts'`],
  ['worker/ knows nothing', 'server/worker/keeper.ts', `import type { Wanted } from '../voice/job.ts'`],
  ['only worker/ starts processes', 'server/voice/voice.ts', `fork(file)`],
  [
    'know nothing of who speaks',
    'server/voice/text/announcement.ts',
    `import { wordingOf } from '../zones/queue.ts'`,
  ],
  [
    'know nothing of who speaks',
    'server/voice/clips/folder.ts',
    `import type { Board } from '../../live/board.ts'`,
  ],
  ['only the voice’s own process', 'server/voice/voice.ts', `import { announce } from './audio/announce.ts'`],
  ['only dispatch appends', 'server/voice/zones/sound.ts', `store.append({ records: [] })`],
  ['one statement alone', 'server/store/tables/facts.ts', `db.prepare('insert into events values (1)')`],
  ['one statement alone', 'server/store/queries/record.ts', `db.insertInto('events').values(row)`],
  ['read the environment', 'server/app.ts', `const port = process.env.PORT`],
  ['read the environment', 'server/app.ts', `const port = process['env'].PORT`],
  ['read the environment', 'server/cli/staff.ts', `import { env } from 'node:process'`],
  ['read the environment', 'screens/live.ts', `const dev = import.meta.env.DEV`],
  ['hand it to the settings', 'server/app.ts', `readSettings(process.env)`],
  ['hand it to the settings', 'server/cli/journal/run.ts', `readSettings(process.env)`],
  ['no page makes HTML', 'counter-ui/panel/Panel.tsx', `here.innerHTML = name`],
  ['no page makes HTML', 'kiosk-ui/Name.tsx', `<p dangerouslySetInnerHTML={{ __html: name }} />`],
  ['no page makes HTML', 'screens/run.ts', `eval(words)`],
  ['in a circle', 'server/a.ts', `import { a } from './a.ts'`],
  ['in a circle', 'server/hall/visit.ts', `import type { Visit } from './visit.ts'`],
]

describe('each wall can fall', () => {
  test.each(breaking)('%s: %s with %s', (wall, path, text) => {
    const fallen = walls.filter(({ breaches }) => breaches([readSource(path, text)]).length > 0)
    expect(fallen.map(({ says }) => says)).toEqual([expect.stringContaining(wall)])
  })

  test('none is without an example', () => {
    const shown = walls.filter(({ says }) => breaking.some(([wall]) => says.includes(wall)))
    expect(shown).toEqual(walls)
  })
})

describe('what is allowed', () => {
  test.each([
    ['server/hall/plan.ts', `import { Type } from 'typebox'\nimport { Value } from 'typebox/value'`],
    ['server/hall/next.ts', `import { credit } from './credit.ts'\n// not process.env`],
    ['server/hall/rules.ts', `import { takeVisit } from './visit/take.ts'`],
    ['server/hall/counter/call.ts', `import { takeVisit } from '../visit/take.ts'`],
    ['server/hall/counter/call.ts', `import { leave } from './leave.ts'`],
    ['kiosk-ui/main.tsx', `import type { KioskView } from '../server/live/kiosk.ts'`],
    ['kiosk-ui/main.tsx', `import { render } from 'preact'\nimport { follow } from '../screens/live.ts'`],
    ['server/app.ts', `import type { Store } from './store/store.ts'`],
    ['server/main.ts', `import { makeStore } from './store/store.ts'\nreadSettings(process.env)`],
    ['server/cli/journal.ts', `const { dataDir } = readSettings(process.env)`],
    ['server/dispatch.ts', `store.append(draft)`],
    ['server/voice/sound.ts', `voice.prepare(announcement)`],
    ['server/store/queries/people.ts', `import { query } from '../builder.ts'`],
    ['server/launch/child.mjs', `export const env = process.env`],
  ])('%s with %s', (path, text) => {
    expect(walls.flatMap(({ breaches }) => breaches([readSource(path, text)]))).toEqual([])
  })
})

describe('circles', () => {
  const source = (name: string, ...to: string[]) =>
    readSource(`server/${name}.ts`, to.map((other) => `import { x } from './${other}.ts'`).join('\n'))

  test('are found through several files, and named whole', () => {
    expect(cycles([source('a', 'b'), source('b', 'c', 'd'), source('c'), source('d', 'b')])).toEqual([
      'server/b.ts → server/d.ts → server/b.ts',
    ])
  })

  test('two ways to one file are no circle', () => {
    expect(cycles([source('a', 'b', 'c'), source('b', 'c'), source('c')])).toEqual([])
  })

  test('a type that looks back closes one', () => {
    const back = readSource('server/b.ts', `import type { A } from './a.ts'`)
    expect(cycles([source('a', 'b'), back])).toEqual(['server/a.ts → server/b.ts → server/a.ts'])
  })
})

test('a file that is not understood is an error, not an empty file', () => {
  expect(() => readSource('server/a.ts', `import {`)).toThrow('server/a.ts')
})
