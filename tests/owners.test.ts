// Everything that runs on by itself (a socket, a stream, a child, a listener of the process) has an owner for its
// errors, and is in the list of docs/architecture.md: add what you add there, with who hears of its errors, and
// remove what you remove.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readSource, readTree, type Source } from './walls/tree.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Calls that create something that runs on by itself. */
const makers: readonly RegExp[] = [
  /\bnew (?:Socket|Worker|WebSocket|WebSocketServer|Server)\(/,
  /(?<![.\w])(?:connect|createConnection|createSocket|spawn|fork|exec|execFile|watchFile)\(/,
  /\bcreate(?:Net|Http|Https|Tls)?Server\(\{(?! \.\.\.parts\.server)|\bcreateNetServer\(/,
  /\bcreate(?:Read|Write)Stream\(|\bReadable\.from\(|(?<![.\w])pipeline\(|\.pipe\(/,
  /\bprocess\s*\.(?:on|once)\(/,
  /\bwsHandler: \(/,
  /\bFastify\(\{(?! exposeHeadRoutes: false)/,
]
const makes = ({ code }: Pick<Source, 'code'>) => makers.some((maker) => maker.test(code))

/** The files that the list names. */
function listed(): string[] {
  const text = readFileSync(`${root}/docs/architecture.md`, 'utf8')
  const [, section = ''] = text.split('## What can fail by itself\n')
  const [rows = ''] = section.split('\n## ')
  return rows.split('\n').flatMap((row) => {
    const where = row.startsWith('|') ? (row.split('|')[2] ?? '') : ''
    return [...where.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file)
  })
}

it('each is in the list, and the list names nothing else', () => {
  const tree = readTree(root, ['server']).filter(({ path }) => !path.startsWith('server/launch/'))
  const found = tree.filter(makes).map(({ path }) => path)
  const known = listed()
  expect(found.filter((path) => !known.includes(path))).toEqual([])
  // Owners of what others create are named there too.
  expect(known.filter((path) => !existsSync(`${root}/${path}`))).toEqual([])
  const owners = ['server/http/ground/errors.ts', 'server/launch/keep.sh']
  expect(known.filter((path) => !found.includes(path) && !owners.includes(path))).toEqual([])
})

describe('it is found', () => {
  it.each([
    'const a = new Socket()',
    'connect({ port })',
    'const child = spawn(program)',
    'fork(file)',
    'createServer({ allowHalfOpen: true })',
    'createReadStream(file)',
    'reply.send(Readable.from(rows))',
    'await pipeline(from, to)',
    "process.on('SIGHUP', end)",
    "process.once('exit', end)",
    'Fastify({ })',
  ])('%s', (code) => expect(makes(readSource('server/a.ts', code))).toBe(true))

  it.each(['// spawn(program)', 'const spawn = 1', 'given.spawn()', "import { connect } from 'node:net'"])(
    'but not %s',
    (code) => expect(makes(readSource('server/a.ts', code))).toBe(false),
  )
})
